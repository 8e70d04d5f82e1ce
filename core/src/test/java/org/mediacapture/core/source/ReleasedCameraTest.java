// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** A camera that is released while all its tracks are disabled, and what may come in between (TRK-13). */
class ReleasedCameraTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void aTrackThatIsEnabledInBetweenBeginsTheWaitAnew() {
        FakeTrack track = rig.track(Map.of());
        enable(track, false);
        rig.scheduler.advance(Duration.ofMillis(1000));
        enable(track, true);
        rig.scheduler.advance(Duration.ofMillis(500));
        enable(track, false);

        rig.scheduler.advance(Duration.ofMillis(1900));
        assertThat(first.session().isOpen()).isTrue();
        rig.scheduler.advance(Duration.ofMillis(200));

        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);
        rig.source.detach(track);
    }

    @Test
    void noBlackFramesComeWhileItWaitsForASuccessor() {
        FakeTrack track = released();
        rig.unplug(first);
        rig.scheduler.settle();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.LOST);
        int before = track.sequences().size();

        rig.scheduler.advance(Duration.ofSeconds(2));

        assertThat(track.sequences()).hasSize(before);
        rig.source.detach(track);
    }

    @Test
    void whenItIsClosedNoBlackFrameIsCountedAnyMore() {
        FakeTrack track = released();
        rig.scheduler.advance(Duration.ofSeconds(1));
        long last = track.sequences().get(track.sequences().size() - 1);
        rig.source.detach(track);
        rig.scheduler.advance(Duration.ofSeconds(10));

        FakeTrack next = rig.track(Map.of());
        rig.deliver(first, Jpegs.WHOLE);

        assertThat(next.sequences()).containsExactly(last + 1);
        rig.source.detach(next);
    }

    @Test
    void graceBeginsAnewAfterItWasReleased() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();
        enable(track, false);
        rig.scheduler.advance(Duration.ofSeconds(10));
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);

        enable(track, true);
        second.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();

        assertThat(track.events()).doesNotContain("ended");
        assertThat(second.session().isOpen()).as("it is opened again").isTrue();
        rig.source.detach(track);
    }

    @Test
    void aTrackThatIsEnabledTwiceOpensItOnceAndHoldsUpNothing() {
        FakeTrack track = released();
        track.setEnabled(true);
        rig.source.enabledChanged();
        rig.source.enabledChanged();
        rig.scheduler.settle();

        Promise<Void> applied = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 3)));
        rig.scheduler.settle();

        Rig.value(applied);
        assertThat(first.sessions()).hasSize(2);
        rig.source.detach(track);
    }

    @Test
    void aTrackThatIsDisabledAgainBeforeItsTurnGoesOnWithBlackFrames() {
        FakeTrack track = released();
        first.opening.shut();
        Promise<FakeTrack> other = rig.attach(Map.of());
        rig.scheduler.settle();
        enable(track, true);
        enable(track, false);
        first.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: in use"));
        first.opening.open();
        rig.scheduler.settle();

        assertThat(Rig.failure(other)).hasMessageContaining("in use");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);
        assertThat(track.isMuted()).isFalse();
        Promise<Void> applied = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 3)));
        rig.scheduler.settle();
        Rig.value(applied);
        rig.source.detach(track);
    }

    @Test
    void aPhotoIsTakenThroughAnotherProviderIfTheOneThatIsOpenedForItGoes() {
        FakeTrack track = released();
        first.opening.shut();
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        FakeDevice second = rig.plug();
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();
        rig.deliver(second, Jpegs.WHOLE);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    private FakeTrack released() {
        FakeTrack track = rig.track(Map.of());
        enable(track, false);
        rig.scheduler.advance(Duration.ofSeconds(3));
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);
        return track;
    }

    private void enable(FakeTrack track, boolean enabled) {
        track.setEnabled(enabled);
        rig.source.enabledChanged();
        rig.scheduler.settle();
    }
}
