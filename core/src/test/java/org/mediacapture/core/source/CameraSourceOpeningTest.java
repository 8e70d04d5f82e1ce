// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.provider.CameraException;
import org.osgi.util.promise.Promise;

/** Opening and closing: the first track opens, the last one closes (TRK-7, GUM-13). */
class CameraSourceOpeningTest {
    private final Rig rig = new Rig(new VirtualScheduler());

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void theFirstTrackOpensTheBestOffer() {
        FakeDevice best = rig.plug();
        FakeDevice other = rig.plug();

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.source.view().state()).isEqualTo(CameraState.STREAMING);
        assertThat(rig.source.view().inUse()).contains(rig.offer(best));
        assertThat(best.session().mode()).contains(FakeDevice.VGA);
        assertThat(other.sessions()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aStartThatTakesLongerThanAFirstFrameMayLeavesTimeForThatFrame() {
        FakeDevice device = rig.plug();
        device.starting.shut();
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(6));
        device.starting.open();
        rig.scheduler.advance(Duration.ofSeconds(4));

        rig.deliver(device, Jpegs.WHOLE);

        assertThat(Rig.value(track).sequences()).hasSize(1);
        assertThat(Rig.value(track).events()).isEmpty();
        assertThat(device.sessions()).hasSize(1);
        rig.source.detach(Rig.value(track));
    }

    @Test
    void theLastTrackClosesTheCamera() {
        FakeDevice device = rig.plug();
        FakeTrack first = rig.track(Map.of());
        FakeTrack second = rig.track(Map.of());

        rig.source.detach(first);
        rig.scheduler.settle();
        assertThat(device.session().isOpen()).isTrue();

        rig.source.detach(second);
        rig.scheduler.settle();
        assertThat(device.session().isOpen()).isFalse();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
        assertThat(device.sessions()).hasSize(1);
    }

    @Test
    void theNextOfferIsTakenWhenOneCannotBeOpened() {
        FakeDevice busy = rig.plug();
        busy.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: in use"));
        FakeDevice good = rig.plug();

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        assertThat(rig.offer(busy).trouble()).contains("in use");
        rig.source.detach(track);
    }

    @Test
    void theNextOfferIsTakenWhenOneCannotBeStarted() {
        FakeDevice broken = rig.plug();
        broken.brokenMode = Optional.of(FakeDevice.VGA);
        FakeDevice good = rig.plug();

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        assertThat(broken.session().isOpen()).isFalse();
        rig.source.detach(track);
    }

    @Test
    void anotherCameraBehindTheAddressIsNotOpened() {
        FakeDevice replaced = rig.plug();
        replaced.replaced = true;
        FakeDevice good = rig.plug();

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        assertThat(replaced.sessions()).isEmpty();
        assertThat(rig.offer(replaced).trouble()).contains("fake:door", "is now another camera");
        rig.source.detach(track);
    }

    @Test
    void aCameraThatIsReplacedWhileItIsOpenedIsClosedAndTheNextOfferTaken() {
        FakeDevice replaced = rig.plug();
        replaced.whileOpening = sink -> replaced.replaced = true;
        FakeDevice good = rig.plug();

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        assertThat(replaced.session().isOpen()).isFalse();
        assertThat(rig.offer(replaced).trouble()).contains("is now another camera");
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatIsAnotherCameraIsNotTaken() {
        FakeDevice first = rig.plug();
        FakeDevice replaced = rig.plug();
        FakeTrack track = rig.track(Map.of());
        replaced.replaced = true;

        rig.unplug(first);
        rig.scheduler.advance(Duration.ofSeconds(6));

        assertThat(replaced.sessions()).isEmpty();
        assertThat(track.events()).containsExactly("mute", "ended");
    }

    @Test
    void aCameraThatIsBackAtItsAddressIsOpenedAgain() {
        FakeDevice device = rig.plug();
        device.replaced = true;
        Promise<FakeTrack> refused = rig.attach(Map.of());
        rig.scheduler.settle();
        assertThat(Rig.failure(refused))
                .isInstanceOfSatisfying(
                        CameraException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(CameraException.Reason.LOST));
        device.replaced = false;

        FakeTrack track = rig.track(Map.of());

        assertThat(rig.offer(device).trouble()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void withoutAnyOfferOpeningFailsAsLost() {
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();

        assertThat(Rig.failure(track)).isInstanceOfSatisfying(CameraException.class, failure -> {
            assertThat(failure.reason()).isEqualTo(CameraException.Reason.LOST);
            assertThat(failure).hasMessageContaining("no provider offers it");
        });
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void theLastFailureIsToldWhenNoOfferWorks() {
        FakeDevice device = rig.plug();
        device.openFailure = Optional.of(new CameraException(CameraException.Reason.DENIED, "fake: no access"));

        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();

        assertThat(Rig.failure(track)).hasMessageContaining("no access");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void requiredConstraintsThatCannotBeMetCloseTheCameraAgain() {
        FakeDevice device = rig.plug();

        Promise<FakeTrack> track = rig.attach(Map.of("width", Map.of("exact", 1281)));
        rig.scheduler.settle();

        assertThat(Rig.failure(track))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("width"));
        assertThat(device.session().isOpen()).isFalse();
    }

    @Test
    void anOpeningThatOverrunsIsAbandonedAndTheNextOfferTaken() {
        FakeDevice stuck = rig.plug();
        stuck.opening.shutForGood();
        FakeDevice good = rig.plug();

        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(9));

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        assertThat(rig.offer(stuck).isUsable()).isFalse();
        rig.source.detach(Rig.value(track));
        stuck.opening.open();
        rig.scheduler.settle();
        assertThat(rig.offer(stuck).isUsable()).isTrue();
    }

    @Test
    void anOpeningThatOverrunsEverywhereFailsAndNamesTheDeadline() {
        FakeDevice stuck = rig.plug();
        stuck.opening.shut();

        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(9));

        assertThat(Rig.failure(track)).isInstanceOfSatisfying(CameraException.class, failure -> {
            assertThat(failure.reason()).isEqualTo(CameraException.Reason.FAILED);
            assertThat(failure).hasMessageContaining("open did not return within 8 s");
        });
    }

    @Test
    void shuttingDownEndsAnOpeningAtOnce() {
        FakeDevice device = rig.plug();
        device.opening.shut();
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.OPENING);

        rig.source.shutDown("the test is over");
        rig.scheduler.settle();

        assertThat(Rig.failure(track)).isInstanceOf(CameraException.class);
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void aProviderThatGoesWhileItIsOpenedIsReplacedByTheNext() {
        FakeDevice going = rig.plug();
        going.opening.shut();
        FakeDevice good = rig.plug();
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();

        Promise<Void> closed = rig.unplug(going);
        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        rig.scheduler.settle();

        assertThat(rig.source.view().inUse()).contains(rig.offer(good));
        rig.source.detach(Rig.value(track));
    }

    @Test
    void twoTracksThatComeAtOnceShareOneSession() {
        FakeDevice device = rig.plug();
        Promise<FakeTrack> first = rig.attach(Map.of());
        Promise<FakeTrack> second = rig.attach(Map.of());
        rig.scheduler.settle();

        assertThat(device.sessions()).hasSize(1);
        rig.source.detach(Rig.value(first));
        rig.source.detach(Rig.value(second));
    }

    @Test
    void aTrackStoppedWhileAnotherIsOnItsWayKeepsTheCameraOpen() {
        FakeDevice device = rig.plug();
        FakeTrack first = rig.track(Map.of());
        Promise<FakeTrack> second = rig.attach(Map.of());
        rig.source.detach(first);
        rig.scheduler.settle();

        assertThat(device.sessions()).hasSize(1);
        assertThat(device.session().isOpen()).isTrue();
        rig.source.detach(Rig.value(second));
    }

    @Test
    void theCameraCanBeOpenedAgain() {
        FakeDevice device = rig.plug();
        rig.source.detach(rig.track(Map.of()));
        rig.scheduler.settle();

        FakeTrack again = rig.track(Map.of());

        assertThat(device.sessions()).hasSize(2);
        rig.source.detach(again);
    }

    @Test
    void theNextOpeningWaitsForTheOldSessionToClose() {
        FakeDevice device = rig.plug();
        FakeTrack track = rig.track(Map.of());
        device.closing.shut();
        rig.source.detach(track);
        Promise<FakeTrack> next = rig.attach(Map.of());
        rig.scheduler.settle();
        assertThat(next.isDone()).isFalse();

        device.closing.open();
        rig.scheduler.settle();

        rig.source.detach(Rig.value(next));
    }
}
