// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
import org.osgi.util.promise.Promise;

/** Which camera a service offers, also when another device comes to its address. */
class OfferedDevicesTest {
    private static final String FILE = "v4l2:/dev/video0";

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final CameraInventory inventory = new CameraInventory(
            (name, offers, onChange) ->
                    new CameraSource(name, offers, scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), onChange),
            () -> ProviderPreference.NONE,
            () -> {});
    private final Map<String, String> there = new HashMap<>(); // devices by address
    private final OfferedDevices devices =
            new OfferedDevices(inventory, address -> Optional.ofNullable(there.get(address)), scheduler::execute);

    @Test
    void servicesOfOneDeviceAreOneCameraWhateverTheirAddresses() {
        there.put(FILE, "logitech");
        there.put("v4l2:/dev/v4l/by-id/logitech", "logitech");
        add("webcam", FILE, "", 1);
        add("javacv", "v4l2:/dev/v4l/by-id/logitech", "", 2);

        assertThat(cameras()).containsExactly("logitech: webcam, javacv");
    }

    @Test
    void theIdentityThatAProviderTellsWins() {
        there.put(FILE, "logitech");
        add("webcam", FILE, "serial 1", 1);

        assertThat(cameras()).containsExactly("serial 1: webcam");
    }

    @Test
    void whereNothingIsKnownTheAddressIsTheCamera() {
        add("webcam", FILE, "", 1);
        add("javacv", FILE, "", 2);

        assertThat(cameras()).containsExactly(FILE + ": webcam, javacv");
    }

    @Test
    void aServiceThatWasThereBeforeItsDeviceBecomesThatCamera() {
        add("javacv", FILE, "", 1);
        there.put(FILE, "logitech");
        add("webcam", FILE, "", 2);

        assertThat(cameras()).containsExactly("logitech: webcam, javacv");
    }

    @Test
    void aServiceWhoseAddressLeadsToAnotherDeviceIsThatCameraFromThenOn() {
        there.put(FILE, "logitech");
        FakeDevice device = add("javacv", FILE, "", 1);
        there.put(FILE, "microsoft");

        Promise<FakeTrack> old = attach();
        assertThat(Rig.failure(old)).hasMessageContaining("is now another camera");
        assertThat(device.sessions()).isEmpty();
        assertThat(cameras()).containsExactly("microsoft: javacv");

        Promise<FakeTrack> track = attach();
        assertThat(device.session().isOpen()).isTrue();
        stop(track);
    }

    @Test
    void aServiceWhoseProviderTellsTheIdentityNeverBecomesAnotherCamera() {
        there.put(FILE, "logitech");
        FakeDevice device = add("javacv", FILE, "serial 1", 1);
        there.put(FILE, "microsoft");

        Rig.failure(attach());
        assertThat(Rig.failure(attach())).hasMessageContaining("is now another camera");

        assertThat(cameras()).containsExactly("serial 1: javacv");
        assertThat(device.sessions()).isEmpty();
    }

    @Test
    void whatIsInUseStaysTheCameraThatItIs() {
        FakeDevice device = add("javacv", FILE, "", 1);
        Promise<FakeTrack> track = attach();
        there.put(FILE, "logitech");
        add("webcam", FILE, "", 2);
        scheduler.settle();

        assertThat(cameras()).containsExactlyInAnyOrder(FILE + ": javacv", "logitech: webcam");
        assertThat(device.session().isOpen()).isTrue();
        assertThat(Rig.value(track).events()).isEmpty();
        stop(track);
    }

    @Test
    void changedPropertiesOutlastAChangeOfTheDevice() {
        add("javacv", FILE, "", 1);
        devices.describe(description("javacv", FILE, "", 1, 70));
        there.put(FILE, "logitech");
        add("webcam", FILE, "", 2);

        assertThat(cameras()).containsExactly("logitech: javacv, webcam");
    }

    @Test
    void aServiceThatGoesIsOfferedNoMore() {
        there.put(FILE, "logitech");
        add("javacv", FILE, "", 1);
        there.put(FILE, "microsoft");
        add("webcam", FILE, "", 2);

        devices.remove(1);
        assertThat(cameras()).containsExactly("microsoft: webcam");
        devices.remove(2);
        assertThat(cameras()).isEmpty();
    }

    @Test
    void allCamerasOfABundleThatStopsBeginToCloseAtOnceAndAreNotOpenedAgain() {
        FakeDevice door = add("javacv", "rtsp://door", "", 1);
        FakeDevice gate = add("javacv", "rtsp://gate", "", 2);
        FakeDevice yard = add("webcam", "rtsp://yard", "", 3);
        List<Promise<FakeTrack>> tracks =
                inventory.cameras().stream().map(this::attach).toList();
        door.closing.shutForGood();
        gate.closing.shutForGood();

        devices.stopping(10);
        Promise<Void> gone = devices.remove(1);
        scheduler.advance(Deadlines.DEFAULT.close());

        assertThat(gone.isDone()).isTrue();
        assertThat(devices.remove(2).isDone()).as("the deadline was theirs too").isTrue();
        assertThat(yard.session().isOpen()).isTrue();
        door.closing.open();
        gate.closing.open();
        tracks.forEach(this::stop);
    }

    private FakeDevice add(String provider, String address, String identity, long serviceId) {
        FakeDevice device = new FakeDevice();
        devices.add(device, description(provider, address, identity, serviceId, provider.equals("webcam") ? 50 : 0));
        return device;
    }

    private static Offer.Description description(
            String provider, String address, String identity, long serviceId, int ranking) {
        long bundleId = provider.equals("webcam") ? 20 : 10;
        return new Offer.Description(
                address, identity, "Door", "", "", provider, "bundle." + provider, bundleId, ranking, serviceId);
    }

    private Promise<FakeTrack> attach() {
        return attach(inventory.cameras().get(0));
    }

    private Promise<FakeTrack> attach(Camera camera) {
        Promise<FakeTrack> track = camera.source()
                .attach(
                        MediaTrackConstraints.none(),
                        new Perspective(MediaTrackSettings.empty(), true),
                        attachment -> new FakeTrack(scheduler, MediaTrackConstraints.none(), attachment));
        scheduler.settle();
        return track;
    }

    private void stop(Promise<FakeTrack> track) {
        inventory.cameras().stream()
                .map(Camera::source)
                .filter(CameraSource::isInUse)
                .forEach(source -> source.detach(Rig.value(track)));
        scheduler.settle();
    }

    /** Each camera with its providers, the best first. */
    private List<String> cameras() {
        return inventory.cameras().stream()
                .map(camera -> camera.identity() + ": "
                        + String.join(
                                ", ",
                                camera.offers().stream()
                                        .map(offer -> offer.description().provider())
                                        .toList()))
                .toList();
    }
}
