// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** Which cameras there are (ENUM-2, HS-1, HS-5), and how origins know them (DEV-1 to DEV-4). */
class CameraInventoryTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final AtomicInteger changes = new AtomicInteger();
    private ProviderPreference preference = ProviderPreference.NONE;
    private final CameraInventory inventory = new CameraInventory(
            (name, offers, onChange) ->
                    new CameraSource(name, offers, scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), onChange),
            () -> preference,
            changes::incrementAndGet);

    @Test
    void twoServicesOfOneIdentityAreOneCamera() {
        Offer low = offer("v4l2:/dev/video0", "Door", "", 0, 1);
        Offer high = offer("v4l2:/dev/video0", "Door by another", "", 5, 2);
        inventory.add(low);
        inventory.add(high);

        assertThat(inventory.cameras()).hasSize(1);
        Camera camera = inventory.cameras().get(0);
        assertThat(camera.offers()).as("the best first").containsExactly(high, low);
        assertThat(camera.label()).isEqualTo("Door by another");
        assertThat(camera.name()).as("the name stays").isEqualTo("Door");
        assertThat(changes).hasValue(2);
    }

    @Test
    void ofEqualRankingTheLowestServiceIdIsBest() {
        Offer later = offer("mock:a", "A", "", 0, 9);
        Offer earlier = offer("mock:a", "A", "", 0, 3);
        inventory.add(later);
        inventory.add(earlier);

        assertThat(inventory.cameras().get(0).offers()).containsExactly(earlier, later);
    }

    @Test
    void aPreferredProviderStandsAboveEveryRanking() {
        Offer mock = offerOf("mock", 100, 1);
        Offer webcam = offerOf("webcam", 0, 2);
        Offer javacv = offerOf("javacv", 10, 3);
        preference = new ProviderPreference(List.of("webcam", "absent"));
        inventory.add(mock);
        inventory.add(webcam);
        inventory.add(javacv);

        Camera camera = inventory.cameras().get(0);
        assertThat(camera.offers()).containsExactly(webcam, mock, javacv);

        preference = new ProviderPreference(List.of("javacv", "webcam"));
        inventory.preferenceChanged();
        assertThat(camera.offers()).containsExactly(javacv, webcam, mock);
        assertThat(changes).hasValue(4);
    }

    @Test
    void aRankingThatChangesPutsTheServiceInItsNewPlace() {
        Offer first = offer("mock:a", "A", "", 10, 1);
        Offer second = offer("mock:a", "B", "", 0, 2);
        inventory.add(first);
        inventory.add(second);
        Camera camera = inventory.cameras().get(0);
        Promise<FakeTrack> track = attach(camera.source());
        scheduler.settle();

        inventory.describe(second, description("mock:a", "B, the best", "", 20, 2));
        scheduler.settle();

        assertThat(camera.offers()).containsExactly(second, first);
        assertThat(camera.label()).isEqualTo("B, the best");
        assertThat(camera.source().view().inUse())
                .as("what is in use stays in use")
                .contains(first);
        assertThat(Rig.value(track).events()).isEmpty();
        assertThat(changes).as("it is told").hasValueGreaterThan(2);
        camera.source().detach(Rig.value(track));
        scheduler.settle();
    }

    @Test
    void aServiceKeepsTheIdentityWithWhichItWasRegistered() {
        Offer offer = offer("mock:a", "A", "door", 0, 1);
        inventory.add(offer);

        inventory.describe(offer, description("mock:other", "A", "other", 5, 1));

        assertThat(offer.description()).isEqualTo(description("mock:a", "A", "door", 5, 1));
        inventory.remove(offer);
        assertThat(inventory.cameras()).isEmpty();
    }

    @Test
    void aBlankNameIsNoPreference() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProviderPreference(List.of("javacv", " ")))
                .withMessageContaining("provider.preference: [javacv,  ] has a blank entry");
    }

    @Test
    void localCamerasComeFirstThenMockThenNetworkOnes() {
        inventory.add(offer("http://10.0.0.1/video", "Yard", "", 0, 1));
        inventory.add(offer("mock:default", "Mock", "mock", -100, 2));
        inventory.add(offer("v4l2:/dev/video0", "Desk", "", 0, 3));
        inventory.add(offer("v4l2:/dev/video2", "Attic", "", 0, 4));
        inventory.add(offer("v4l2:/dev/video4", "Zoo", "", 9, 5));

        assertThat(inventory.cameras().stream().map(Camera::name))
                .containsExactly("Zoo", "Attic", "Desk", "mock", "Yard");
    }

    @Test
    void namesAreUniqueWordsThatTheShellCanRead() {
        inventory.add(offer("v4l2:/dev/video0", "HD Webcam (046d:0825)", "", 0, 1));
        inventory.add(offer("v4l2:/dev/video2", "HD Webcam (046d:0825)", "", 0, 2));
        inventory.add(offer("v4l2:/dev/video4", "Kamera für Tür!", "", 0, 3));
        inventory.add(offer("v4l2:/dev/video6", "摄像头", "", 0, 4));
        inventory.add(offer("v4l2:/dev/video8", "Some label", "Door_1", 0, 5));

        assertThat(inventory.cameras().stream().map(Camera::name))
                .containsExactlyInAnyOrder(
                        "hd-webcam-046d-0825", "hd-webcam-046d-0825-2", "kamera-f-r-t-r", "camera", "Door_1");
    }

    @Test
    void anUnusedCameraLeavesWithItsLastService() {
        Offer one = offer("mock:a", "A", "", 0, 1);
        Offer other = offer("mock:a", "A", "", 0, 2);
        inventory.add(one);
        inventory.add(other);

        inventory.remove(one);
        assertThat(inventory.cameras()).hasSize(1);
        inventory.remove(other);
        assertThat(inventory.cameras()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> inventory.remove(other));
    }

    @Test
    void aCameraInUseStaysDuringGraceAndLeavesWithItsTrack() {
        Offer offer = offer("mock:a", "A", "", 0, 1);
        inventory.add(offer);
        Camera camera = inventory.cameras().get(0);
        Promise<FakeTrack> track = attach(camera.source());
        scheduler.settle();
        inventory.remove(offer);
        scheduler.settle();
        assertThat(inventory.cameras()).containsExactly(camera);

        scheduler.advance(Duration.ofSeconds(6));

        assertThat(Rig.value(track).events()).containsExactly("mute", "ended");
        assertThat(inventory.cameras()).isEmpty();
    }

    @Test
    void aCameraThatWasOnItsWayWhenTheCoreStoppedLeaves() {
        FakeDevice device = new FakeDevice();
        Offer offer = new Offer(device, description("mock:a", "A", "", 0, 1));
        inventory.add(offer);
        CameraSource source = inventory.cameras().get(0).source();
        Promise<FakeTrack> track = attach(source);
        scheduler.settle();
        device.closing.shutForGood();
        source.detach(Rig.value(track));
        scheduler.settle();
        Promise<FakeTrack> late = attach(source); // opens the camera when it is closed, or left behind

        source.shutDown("stopped");
        scheduler.settle();
        inventory.remove(offer);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(late.isDone()).isTrue();
        assertThat(inventory.cameras()).isEmpty();
        device.closing.open();
        scheduler.settle();
    }

    @Test
    void aServiceThatGoesWhileItsLostSessionIsClosedIsNotOpenedAgain() {
        FakeDevice device = new FakeDevice();
        Offer offer = new Offer(device, description("mock:a", "A", "", 0, 1));
        inventory.add(offer);
        Promise<FakeTrack> track = attach(inventory.cameras().get(0).source());
        scheduler.settle();
        device.closing.shutForGood();
        device.session().end(EndCause.LOST);
        scheduler.settle();

        inventory.remove(offer);
        device.closing.open();
        scheduler.settle();

        assertThat(device.sessions()).hasSize(1);
        scheduler.advance(Duration.ofSeconds(6));
        assertThat(Rig.value(track).events()).containsExactly("mute", "ended");
    }

    @Test
    void aServiceThatComesBackDuringGraceIsTheSameCamera() {
        Offer offer = offer("mock:a", "A", "", 0, 1);
        inventory.add(offer);
        Camera camera = inventory.cameras().get(0);
        Promise<FakeTrack> track = attach(camera.source());
        scheduler.settle();
        inventory.remove(offer);
        scheduler.settle();

        inventory.add(offer("mock:a", "A", "", 0, 7));
        scheduler.settle();

        assertThat(inventory.cameras()).containsExactly(camera);
        camera.source().detach(Rig.value(track));
        scheduler.settle();
        assertThat(inventory.cameras()).as("it has a service still").containsExactly(camera);
    }

    @Test
    @Rule({"DEV-1", "DEV-3", "DEV-4"})
    void deviceIdsDifferByOriginAndSaltAndStayOtherwise() {
        byte[] salt = Salt.random();
        DeviceIds ids = new DeviceIds(salt);
        DeviceIds restarted = new DeviceIds(salt);

        assertThat(ids.deviceId("app", "v4l2:/dev/video0"))
                .hasSize(64)
                .isEqualTo(restarted.deviceId("app", "v4l2:/dev/video0"))
                .isNotEqualTo(ids.deviceId("other", "v4l2:/dev/video0"))
                .isNotEqualTo(ids.deviceId("app", "v4l2:/dev/video1"))
                .isNotEqualTo(new DeviceIds(Salt.random()).deviceId("app", "v4l2:/dev/video0"))
                .doesNotContain("video");
        byte[] document = Salt.random();
        assertThat(ids.groupId(document, "app", "usb-1"))
                .isEqualTo(restarted.groupId(document, "app", "usb-1"))
                .as("another document of the origin sees another")
                .isNotEqualTo(ids.groupId(Salt.random(), "app", "usb-1"));
        assertThat(ids.deviceId("ab", "c")).as("no ambiguity").isNotEqualTo(ids.deviceId("a", "bc"));
    }

    @Test
    void aSaltIsMadeOnceAndKept(@TempDir Path directory) throws IOException {
        Path data = directory.resolve("not/there/yet");

        byte[] made = Salt.in(data);

        assertThat(made).hasSize(32).isEqualTo(Salt.in(data));
        try (var files = Files.list(data)) {
            assertThat(files).as("nothing temporary is left").hasSize(1);
        }
    }

    @Test
    void makersOfASaltAgree(@TempDir Path directory) throws Exception {
        int makers = 8;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(makers);
        try {
            List<Future<byte[]>> salts = new ArrayList<>();
            for (int maker = 0; maker < makers; maker++) {
                salts.add(threads.submit(() -> {
                    go.await();
                    return Salt.in(directory);
                }));
            }
            go.countDown();
            byte[] first = salts.get(0).get(30, TimeUnit.SECONDS);
            for (Future<byte[]> salt : salts) {
                assertThat(salt.get(30, TimeUnit.SECONDS)).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSaltThatCannotBeKeptSaysWhere(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Salt.in(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }

    private Promise<FakeTrack> attach(CameraSource source) {
        return source.attach(
                MediaTrackConstraints.none(),
                new Perspective(MediaTrackSettings.empty(), true),
                attachment -> new FakeTrack(scheduler, MediaTrackConstraints.none(), attachment));
    }

    private static Offer offerOf(String provider, int ranking, long serviceId) {
        return new Offer(
                new FakeDevice(),
                new Offer.Description(
                        "http://h/s", "http://h/s", "Door", "", "", provider, "bundle", 1, ranking, serviceId));
    }

    private static Offer offer(String address, String label, String name, int ranking, long serviceId) {
        return new Offer(new FakeDevice(), description(address, label, name, ranking, serviceId));
    }

    private static Offer.Description description(
            String address, String label, String name, int ranking, long serviceId) {
        return new Offer.Description(address, address, label, name, "", "fake", "bundle.fake", 1, ranking, serviceId);
    }
}
