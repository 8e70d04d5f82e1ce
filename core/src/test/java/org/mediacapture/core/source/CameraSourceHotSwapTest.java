// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.osgi.util.promise.Promise;

/** Hot swap (ARCHITECTURE.md, HS-2 to HS-5). */
class CameraSourceHotSwapTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    @Test
    void whenTheProviderGoesItsSessionIsClosedBeforeTheFrameworkGoesOn() {
        FakeTrack track = rig.track(Map.of());

        Promise<Void> closed = rig.unplug(first);

        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        assertThat(first.session().isOpen()).isFalse();
        rig.source.detach(track);
    }

    @Test
    void aSessionThatDoesNotCloseIsLeftBehindAtTheDeadline() {
        FakeTrack track = rig.track(Map.of());
        first.closing.shutForGood();

        Promise<Void> closed = rig.unplug(first);

        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        first.closing.open();
        rig.source.detach(track);
    }

    @Test
    void aCameraIsNotOpenedAgainThroughAProviderThatIsStuck() {
        FakeTrack track = rig.track(Map.of());
        first.closing.shutForGood();
        first.session().end(EndCause.LOST);
        rig.scheduler.advance(Duration.ofSeconds(2));
        assertThat(rig.offer(first).isUsable()).isFalse();
        assertThat(rig.offer(first).trouble()).contains("abandoned");
        assertThat(first.sessions()).hasSize(1);

        first.closing.open();
        rig.scheduler.advance(Duration.ofSeconds(2));

        assertThat(rig.offer(first).isUsable()).isTrue();
        assertThat(first.sessions()).hasSize(2);
        rig.source.detach(track);
    }

    @Test
    void aThreadOfTheSessionIsNotWaitedFor() {
        FakeTrack track = rig.track(Map.of());
        rig.deliver(first, Jpegs.WHOLE); // the test's thread is now the capture thread

        Promise<Void> closed = rig.unplug(first);

        assertThat(closed.isDone()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void theTrackIsMutedOnceAndUnmutedOnceByTheFirstFrameOfTheSuccessor() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        deliver(first, 5);

        rig.unplug(first);
        rig.scheduler.settle();
        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        assertThat(track.events()).containsExactly("mute");
        deliver(second, 5);

        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(track.sequences()).hasSize(10).isSorted().doesNotHaveDuplicates();
        assertThat(track.timestamps()).hasSize(10).isSorted().doesNotHaveDuplicates();
        rig.source.detach(track);
    }

    @Test
    void aFirstFrameThatComesBeforeTheStartHasReturnedUnmutesToo() {
        FakeDevice second = rig.plug();
        second.eager = true;
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatComesLaterIsTaken() {
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        rig.unplug(first);
        rig.scheduler.advance(Duration.ofSeconds(4));
        assertThat(rig.source.view().state()).isEqualTo(CameraState.LOST);

        FakeDevice second = rig.plug();
        rig.scheduler.settle();
        deliver(second, 1);

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatFailsAtFirstIsTriedAgain() {
        FakeDevice second = rig.plug();
        second.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: not yet"));
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.advance(Duration.ofSeconds(1));
        second.openFailure = Optional.empty();

        rig.scheduler.advance(Duration.ofSeconds(2));
        deliver(second, 1);

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void modeAndControlsInForceAreCarriedOver() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of("width", 1280));
        rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("width", 1280, "zoom", 4)));
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(second.session().mode()).contains(FakeDevice.HD);
        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(4.0);
        assertThat(track.events()).containsExactly("mute");
        deliver(second, 1);
        rig.source.detach(track);
    }

    @Test
    void theSizeInForceIsKeptWhenTheSuccessorHasItInAnotherFormat() {
        FakeDevice second = rig.plug();
        second.modes =
                List.of(new VideoMode(640, 480, 30, PixelFormat.I420), new VideoMode(1280, 720, 30, PixelFormat.I420));
        FakeTrack idle = rig.track(Map.of());
        FakeTrack large = rig.track(Map.of("width", 1280));

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(second.session().mode()).contains(second.modes.get(1));
        assertThat(idle.events()).containsExactly("configurationchange", "mute");
        rig.source.detach(idle);
        rig.source.detach(large);
    }

    @Test
    void aValueThatTheSuccessorDoesNotHaveIsNotForcedOnIt() {
        FakeDevice second = rig.plug();
        second.controls = org.mediacapture.constraint.MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.ZOOM, new org.mediacapture.constraint.MediaSettingsRange(1, 2, 0.5))
                .build();
        FakeTrack track = rig.track(Map.of());
        rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 8)));
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM))
                .hasValueSatisfying(zoom -> assertThat(zoom).isLessThanOrEqualTo(2));
        assertThat(track.events()).containsExactly("mute", "configurationchange");
        rig.source.detach(track);
    }

    @Test
    void withoutASuccessorTheTrackEndsOnceWhenGraceIsOver() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.advance(Duration.ofMillis(4999));
        assertThat(track.events()).containsExactly("mute");

        rig.scheduler.advance(Duration.ofSeconds(10));

        assertThat(track.events()).containsExactly("mute", "ended");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
    }

    @Test
    void withoutGraceTheTrackEndsAtOnce() {
        rig.deadlines = grace(Duration.ZERO);
        FakeTrack track = rig.track(Map.of());

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("ended");
    }

    @Test
    void aFileThatIsOverEndsTheTrackAtOnce() {
        rig.plug();
        FakeTrack track = rig.track(Map.of());

        first.session().end(EndCause.FINISHED);
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("ended");
        assertThat(first.session().isOpen()).isFalse();
    }

    @Test
    void aCameraThatIsPulledOutIsTreatedLikeAProviderThatGoes() {
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        first.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();
        assertThat(track.events()).containsExactly("mute");
        assertThat(first.sessions()).as("it is opened again").hasSize(2);

        deliver(first, 1);
        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void aStreamThatStallsIsLost() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        first.openFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: hangs"));

        rig.scheduler.advance(Duration.ofMillis(5001));

        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        assertThat(rig.offer(first).trouble()).contains("hangs");
        rig.source.detach(track);
    }

    @Test
    void aCameraThatOpensAgainAndAgainAndNeverDeliversEndsTheTrackOnce() {
        FakeTrack track = rig.track(Map.of());

        rig.scheduler.advance(Duration.ofMinutes(1));

        assertThat(track.events()).containsExactly("mute", "ended");
        assertThat(first.session().isOpen()).isFalse();
    }

    @Test
    void stoppingTheLastTrackWhileItWaitsEndsTheSearch() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();

        rig.source.detach(track);
        rig.scheduler.settle();

        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
        FakeDevice second = rig.plug();
        rig.scheduler.advance(Duration.ofSeconds(10));
        assertThat(second.sessions()).isEmpty();
        assertThat(track.events()).containsExactly("mute");
    }

    @Test
    void aPhotoInTheProvidersHandsIsRepeatedOnceOnTheSuccessor() {
        first.still = true;
        first.photographing.shut();
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.unplug(first);
        rig.scheduler.settle();
        assertThat(photo.isDone()).isFalse();
        deliver(second, 1);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void aPhotoThatWaitsForAFrameIsTakenFromTheSuccessor() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.unplug(first);
        rig.scheduler.settle();
        deliver(second, 1);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void aPhotoThatIsExposedAlreadySurvivesTheLoss() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        first.session().deliver(Jpegs.WHOLE);
        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        rig.source.detach(track);
    }

    @Test
    void aSecondLossFailsThePhotoWithUnknownError() {
        FakeDevice second = rig.plug();
        FakeDevice third = rig.plug();
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);

        rig.unplug(first);
        rig.scheduler.settle();
        rig.unplug(second);
        rig.scheduler.settle();

        assertThat(Rig.failure(photo))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.error()).isEqualTo(ErrorName.UNKNOWN));
        assertThat(rig.source.view().inUse()).contains(rig.offer(third));
        rig.source.detach(track);
    }

    @Test
    void aPhotoOfAnotherSizeIsRepeatedOnTheSuccessor() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        Promise<Blob> photo = rig.photo(track, PhotoSettings.ofSize(1280, 720));
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();
        assertThat(second.session().mode()).contains(FakeDevice.HD);
        deliver(second, 2);

        assertThat(Rig.value(photo).bytes()).isEqualTo(Jpegs.WHOLE);
        assertThat(second.session().mode()).contains(FakeDevice.VGA);
        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void constraintsAskedForWhileTheTrackWaitsAreAppliedToTheSuccessor() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();
        Promise<Void> applied = rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("zoom", 3)));
        rig.scheduler.advance(Duration.ofSeconds(3));
        assertThat(applied.isDone()).as("deadlines stand still").isFalse();

        FakeDevice second = rig.plug();
        rig.scheduler.settle();

        assertThat(applied.isDone()).isTrue();
        assertThat(second.session().calls()).contains("apply {zoom=3.0}");
        rig.source.detach(track);
    }

    @Test
    void aTrackAskedForDuringGraceWaitsForTheSuccessor() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();
        Promise<FakeTrack> other = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(2));
        assertThat(other.isDone()).isFalse();

        rig.plug();
        rig.scheduler.settle();

        rig.source.detach(Rig.value(other));
        rig.source.detach(track);
    }

    @Test
    void aTrackAskedForDuringGraceFailsWhenGraceIsOver() {
        rig.track(Map.of());
        rig.unplug(first);
        rig.scheduler.settle();

        Promise<FakeTrack> other = rig.attach(Map.of());
        rig.scheduler.advance(Duration.ofSeconds(6));

        assertThat(Rig.failure(other)).isInstanceOf(CameraException.class);
    }

    @Test
    void aLossWithoutGraceInTheMiddleOfASecondAttachmentFailsItAndLeavesNothingBehind() {
        rig.deadlines = grace(Duration.ZERO);
        FakeTrack track = rig.track(Map.of());
        first.starting.shut();
        Promise<FakeTrack> other = rig.attach(Map.of("width", 1280));
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("ended");
        assertThat(Rig.failure(other)).isInstanceOf(CameraException.class);
    }

    @Test
    void aLossInTheMiddleOfAnAttachmentWhenTheOnlyOtherTrackHasStoppedGoesOnWithTheNextOffer() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        first.starting.shut();
        Promise<FakeTrack> other = rig.attach(Map.of("width", 1280));
        rig.scheduler.settle();
        rig.source.detach(track);
        rig.scheduler.settle();

        rig.unplug(first);
        rig.scheduler.settle();

        FakeTrack carried = Rig.value(other);
        assertThat(second.session().mode()).contains(FakeDevice.HD);
        rig.source.detach(carried);
    }

    @Test
    void aBundleThatStopsIsNotOpenedAgainWhileItsServiceIsStillThere() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = photo(track);
        Offer stopping = rig.offer(first);

        rig.source.closeFor(offer -> offer == stopping);
        rig.scheduler.settle();

        assertThat(first.sessions()).hasSize(1);
        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        deliver(second, 1);
        assertThat(photo.isDone()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void framesOfAnOldSessionGoBackAtOnce() {
        FakeDevice second = rig.plug();
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        rig.unplug(first);
        rig.scheduler.settle();

        deliver(first, 3);

        assertThat(first.session().lent()).isZero();
        assertThat(track.sequences()).hasSize(1);
        assertThat(track.events()).containsExactly("mute");
        deliver(second, 1);
        rig.source.detach(track);
    }

    @Test
    void aThousandSwapsLeaveNothingBehind() {
        FakeDevice present = first;
        FakeTrack track = rig.track(Map.of());
        deliver(first, 1);
        for (int swap = 0; swap < 1000; swap++) {
            FakeDevice next = rig.plug();
            rig.unplug(present);
            rig.scheduler.settle();
            deliver(next, 1);
            present = next;
        }

        assertThat(track.sequences()).hasSize(1001).isSorted().doesNotHaveDuplicates();
        assertThat(track.events()).hasSize(2000).endsWith("mute", "unmute");
        rig.source.detach(track);
    }

    private void deliver(FakeDevice device, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            rig.deliver(device, Jpegs.WHOLE);
        }
    }

    private Promise<Blob> photo(FakeTrack track) {
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        return photo;
    }

    private static Deadlines grace(Duration grace) {
        Deadlines usual = Deadlines.DEFAULT;
        return new Deadlines(
                usual.open(), usual.firstFrame(), usual.stall(), usual.control(), usual.photo(), usual.close(), grace);
    }
}
