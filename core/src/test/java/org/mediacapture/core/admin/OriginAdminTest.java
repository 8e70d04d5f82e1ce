// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.inventory.ProviderPreference;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** The operator's swap, and what is told about providers. */
class OriginAdminTest {
    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final CameraInventory inventory = new CameraInventory(
            (name, offers, onChange) ->
                    new CameraSource(name, offers, scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), onChange),
            () -> ProviderPreference.NONE,
            () -> {});
    private final OriginAdmin admin = new OriginAdmin(
            "shell",
            inventory,
            List::of,
            new DeviceIds(new byte[32]),
            List::of,
            new AdminEvents(scheduler),
            new Publisher(scheduler));

    private final FakeDevice first = new FakeDevice();
    private final FakeDevice second = new FakeDevice();

    OriginAdminTest() {
        inventory.add(Rig.offer(first, "javacv", "fake:door", 10, 1));
        inventory.add(Rig.offer(second, "webcam", "fake:door", 0, 2));
    }

    @Test
    void aCameraIsSwappedByItsNameOrItsId() {
        attach();

        Promise<Void> byName = swap(admin.cameras().get(0).name(), "webcam");
        Rig.value(byName);
        assertThat(inUse()).isEqualTo("webcam");
        Rig.value(swap(admin.cameras().get(0).deviceId(), "javacv"));

        assertThat(inUse()).isEqualTo("javacv");
    }

    @Test
    void itIsToldWhereACameraLooksIfItsProviderSaysSoInOneOfTheFourWords() {
        assertThat(facing("environment")).isEqualTo("environment");
        assertThat(facing("Front")).isEmpty();
        assertThat(facing("")).isEmpty();
    }

    private String facing(String told) {
        String address = "fake:facing-" + told;
        inventory.add(new Offer(
                new FakeDevice(),
                new Offer.Description(address, address, "Facing " + told, "", told, "fake", "bundle.fake", 3, 0, 3)));
        return admin.cameras().stream()
                .filter(camera -> camera.address().equals(address))
                .findFirst()
                .orElseThrow()
                .facing();
    }

    @Test
    void aCameraThatIsNotThereIsNotFound() {
        assertThat(Rig.failure(swap("yard", "webcam"))).isInstanceOfSatisfying(MediaException.class, failure -> {
            assertThat(failure.error()).isEqualTo(ErrorName.NOT_FOUND);
            assertThat(failure).hasMessageContaining("there is no camera \"yard\"; there is Door");
        });
    }

    @Test
    void aProviderWithAnAbandonedCallCannotBeUsedUntilItReturns() {
        first.opening.shutForGood();
        attach();
        scheduler.advance(Duration.ofSeconds(9));

        ProviderStatus stuck = admin.cameras().get(0).providers().get(0);
        assertThat(stuck.provider()).isEqualTo("javacv");
        assertThat(stuck.usable()).isFalse();
        assertThat(stuck.abandonedCalls()).isEqualTo(1);
        assertThat(stuck.trouble()).contains("abandoned");
        assertThat(admin.cameras().get(0).providers().get(1).usable()).isTrue();

        first.opening.open();
        scheduler.settle();
        assertThat(admin.cameras().get(0).providers().get(0).usable()).isTrue();
        assertThat(admin.cameras().get(0).providers().get(0).trouble()).endsWith("it has returned since");
    }

    @Test
    void aProviderThatHasAnotherCameraBehindTheAddressCannotBeUsed() {
        first.replaced = true;
        attach();

        ProviderStatus replaced = admin.cameras().get(0).providers().get(0);
        assertThat(replaced.usable()).isFalse();
        assertThat(replaced.abandonedCalls()).isZero();
        assertThat(replaced.trouble()).contains("is now another camera");
        assertThat(inUse()).isEqualTo("webcam");
    }

    @Test
    void aCameraThatWasSwappedTellsHowItCameToItsProvider() {
        second.exclusive = false;
        first.exclusive = false;
        second.firstTime = Duration.ofHours(1).toNanos();
        attach();
        assertThat(admin.cameras().get(0).cause()).isEmpty();

        swap("Door", "webcam");
        second.session().deliver(Jpegs.WHOLE);
        scheduler.settle();
        assertThat(inUse()).isEqualTo("webcam");
        assertThat(admin.cameras().get(0).cause())
                .isEqualTo("the camera is brought from fake:door (javacv) to fake:door (webcam), without a gap");

        second.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "somebody else has it"));
        second.session().sink().ended(EndCause.LOST, "the cable was pulled");
        scheduler.settle();
        assertThat(inUse()).isEqualTo("javacv");
        assertThat(admin.cameras().get(0).state()).isEqualTo(CameraState.STREAMING);
        assertThat(admin.cameras().get(0).cause()).isEqualTo("it was carried over: the cable was pulled");
    }

    @Test
    void everyCameraHasStatistics() {
        assertThat(admin.statistics()).singleElement().satisfies(idle -> {
            assertThat(idle.camera()).isEqualTo("Door");
            assertThat(idle.state()).isEqualTo(CameraState.IDLE);
            assertThat(idle.frames().total()).isZero();
            assertThat(idle.tracks()).isEmpty();
        });

        attach();
        first.session().deliver(Jpegs.WHOLE);

        assertThat(admin.statistics()).singleElement().satisfies(used -> {
            assertThat(used.state()).isEqualTo(CameraState.STREAMING);
            assertThat(used.frames().delivered()).isEqualTo(1);
            assertThat(used.frames().heapBytes() + used.frames().nativeBytes()).isEqualTo(Jpegs.WHOLE.length);
        });
    }

    private void attach() {
        inventory
                .cameras()
                .get(0)
                .source()
                .attach(
                        MediaTrackConstraints.none(),
                        new Perspective(MediaTrackSettings.empty(), true),
                        attachment -> new FakeTrack(scheduler, MediaTrackConstraints.none(), attachment));
        scheduler.settle();
    }

    private Promise<Void> swap(String camera, String provider) {
        Promise<Void> swap = admin.swap(camera, provider);
        scheduler.settle();
        return swap;
    }

    private String inUse() {
        return admin.cameras().get(0).providers().stream()
                .filter(ProviderStatus::inUse)
                .findFirst()
                .orElseThrow()
                .provider();
    }
}
