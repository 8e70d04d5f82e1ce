// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
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
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeSession;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.frame.TrackFeed;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.FrameOptions;
import org.osgi.util.promise.Promise;

/** A swap that somebody asks for (ARCHITECTURE.md, HS-6). */
class CameraSourceSwapTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice first = rig.plug();
    private final FakeDevice second = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        first.closing.open();
        second.closing.open();
        rig.assertNothingIsLeft();
    }

    // ---- make before break ----

    @Test
    void aCameraThatCanBeOpenedTwiceIsSwappedWithoutMuting() {
        FakeTrack track = shared();
        deliver(first, 3);

        Promise<Void> swap = swap("fake2");
        assertThat(swap.isDone()).isFalse();
        deliver(first, 3); // goes on meanwhile
        later(second);
        deliver(second, 3);

        Rig.value(swap);
        assertThat(track.events()).isEmpty();
        assertThat(track.sequences()).hasSize(9).isSorted().doesNotHaveDuplicates();
        assertThat(track.timestamps()).hasSize(9).isSorted().doesNotHaveDuplicates();
        assertThat(first.session().isOpen()).isFalse();
        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        rig.source.detach(track);
    }

    @Test
    void theFrameThatBringsTheSwapIsDelivered() {
        FakeTrack track = shared();
        deliver(first, 1);
        swap("fake2");
        later(second);

        second.session().deliver(Jpegs.WHOLE); // the switch is made on the capture thread, before anything else happens
        first.session().deliver(Jpegs.WHOLE);

        assertThat(first.session().lent()).isZero();
        rig.scheduler.settle();
        assertThat(track.sequences()).containsExactly(0L, 1L);
        rig.source.detach(track);
    }

    @Test
    void aFrameOfTheOldSessionThatIsOnItsWayIsNotOvertaken() {
        FakeTrack track = shared();
        deliver(first, 1);
        swap("fake2");
        later(second);
        List<Long> direct = new ArrayList<>();
        ((TrackFeed) track.feed())
                .subscribe(
                        new FrameOptions(1, true),
                        frame -> {
                            direct.add(frame.sequence());
                            frame.close();
                            if (direct.size() == 1) { // in the middle of the old session's frame
                                second.session().deliver(Jpegs.WHOLE);
                            }
                        },
                        () -> {});

        first.session().deliver(Jpegs.WHOLE);
        assertThat(direct).as("the new session's frame was given back").containsExactly(1L);
        assertThat(second.session().lent()).isZero();
        deliver(first, 1); // shut out by then
        deliver(second, 1);

        assertThat(direct).containsExactly(1L, 2L);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aFrameThatShowsNothingNewIsPassedOverButNotForEver() {
        FakeTrack track = shared();
        first.firstTime = 1_000_000;
        deliver(first, 1);
        Promise<Void> swap = swap("fake2");

        deliver(second, 3); // of a clock that is behind
        assertThat(swap.isDone()).isFalse();
        assertThat(track.sequences()).hasSize(1);
        deliver(second, 1);

        Rig.value(swap);
        assertThat(track.sequences()).hasSize(2);
        assertThat(track.timestamps()).isSorted().doesNotHaveDuplicates();
        rig.source.detach(track);
    }

    @Test
    void theSuccessorHasTheModeAndTheControlsInForce() {
        FakeTrack track = shared();
        rig.source.reconfigure(
                track,
                MediaTrackConstraints.fromMap(Map.of("width", Map.of("exact", 1280), "zoom", Map.of("exact", 3))));
        rig.scheduler.settle();

        swap("fake2");
        later(second);
        deliver(second, 1);

        assertThat(second.session().mode()).contains(FakeDevice.HD);
        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(3.0);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void whatTheSuccessorReportedBeforeItsTurnIsTold() {
        FakeTrack track = shared();
        swap("fake2");
        second.session()
                .sink()
                .controlsChanged(MediaTrackSettings.builder()
                        .with(ConstrainableProperty.ZOOM, 7.0)
                        .build());
        rig.scheduler.settle();
        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(1.0);

        later(second);
        deliver(second, 1);

        assertThat(rig.source.view().values().get(ConstrainableProperty.ZOOM)).contains(7.0);
        assertThat(track.events()).containsExactly("configurationchange");
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatCannotDoWhatTheTracksRequireLeavesEverythingAsItWas() {
        second.modes = List.of(new VideoMode(160, 120, 30, PixelFormat.MJPEG));
        FakeTrack track = shared(Map.of("width", Map.of("exact", 640)));

        Promise<Void> swap = swap("fake2");

        assertThat(Rig.failure(swap)).isInstanceOf(OverconstrainedException.class);
        deliver(first, 2);
        assertThat(track.sequences()).hasSize(2);
        assertThat(track.events()).isEmpty();
        assertThat(second.session().isOpen()).isFalse();
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatDoesNotOpenLeavesEverythingAsItWas() {
        second.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: held by another"));
        FakeTrack track = shared();

        MediaException failure = failure(swap("fake2"), ErrorName.NOT_READABLE);

        assertThat(failure).hasMessageContaining("fake:door (fake2)").hasMessageContaining("held by another");
        assertThat(rig.offer(second).trouble()).contains("held by another");
        deliver(first, 2);
        assertThat(track.sequences()).hasSize(2);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatDeliversNothingIsGivenUp() {
        FakeTrack track = shared();

        Promise<Void> swap = swap("fake2");
        for (int second = 0; second < 6; second++) {
            rig.scheduler.advance(Duration.ofSeconds(1));
            deliver(first, 1);
        }

        assertThat(failure(swap, ErrorName.NOT_READABLE)).hasMessageContaining("no frame");
        assertThat(track.events()).isEmpty();
        assertThat(track.sequences()).hasSize(6);
        assertThat(second.session().isOpen()).isFalse();
        rig.source.detach(track);
    }

    @Test
    void aSuccessorThatEndsBeforeItsTurnIsGivenUp() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");

        second.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();

        failure(swap, ErrorName.NOT_READABLE);
        deliver(first, 1);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void theProviderOfTheSuccessorMayGoBeforeItsTurn() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");

        Promise<Void> closed = rig.unplug(second);

        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        assertThat(second.session().isOpen()).isFalse();
        rig.scheduler.settle();
        failure(swap, ErrorName.NOT_READABLE);
        deliver(first, 1);
        assertThat(track.sequences()).hasSize(1);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aFrameOfASuccessorWhoseProviderIsGoingTakesNothingOver() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");
        later(second);

        rig.unplug(second);
        second.session().deliver(Jpegs.WHOLE); // before the loss of it is heard of
        rig.scheduler.settle();

        failure(swap, ErrorName.NOT_READABLE);
        deliver(first, 1);
        assertThat(track.sequences()).hasSize(1);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aLateFrameOfASessionThatCameByASwapTakesNothingFromItsSuccessor() {
        FakeTrack track = shared();
        swap("fake2");
        later(second);
        deliver(second, 1);
        FakeSession lost = second.session();

        lost.end(EndCause.LOST);
        rig.scheduler.settle();
        lost.deliver(Jpegs.WHOLE); // its successor is open by now
        rig.scheduler.settle();
        deliver(second, 1);

        assertThat(second.session()).isNotSameAs(lost);
        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void theProviderOfTheSuccessorMayGoWhileItOpens() {
        FakeTrack track = shared();
        second.opening.shutForGood();
        Promise<Void> swap = swap("fake2");

        rig.unplug(second);
        rig.scheduler.advance(Duration.ofSeconds(1));

        failure(swap, ErrorName.NOT_READABLE);
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        deliver(first, 1);
        Rig.value(photo); // the queue goes on
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aLossDuringTheSwapEndsAtTheWantedProvider() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");

        first.session().end(EndCause.LOST);
        rig.scheduler.settle();
        deliver(second, 1);

        Rig.value(swap);
        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        rig.source.detach(track);
    }

    @Test
    void theLastTrackMayStopDuringTheSwap() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");

        rig.source.detach(track);
        rig.scheduler.settle();

        assertThat(swap.isDone()).isTrue();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.IDLE);
        assertThat(first.session().isOpen()).isFalse();
        assertThat(second.session().isOpen()).isFalse();
    }

    @Test
    void theCoreMayStopDuringTheSwap() {
        FakeTrack track = shared();
        Promise<Void> swap = swap("fake2");

        Promise<Void> closed = rig.source.shutDown("stopped");
        assertThat(rig.scheduler.await(closed, Duration.ofMillis(500))).isTrue();
        rig.scheduler.settle();

        assertThat(swap.isDone()).isTrue();
        assertThat(track.events()).containsExactly("ended");
        assertThat(second.session().isOpen()).isFalse();
    }

    @Test
    void aSwapWaitsForThePhotoBeforeItAndPhotosAfterItForTheSwap() {
        FakeTrack track = shared();
        Promise<Blob> before = rig.photo(track, PhotoSettings.none());
        Promise<Void> swap = rig.source.swap("fake2");
        Promise<Blob> after = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        assertThat(second.sessions()).isEmpty();

        deliver(first, 1);
        Rig.value(before);
        deliver(first, 1);
        assertThat(after.isDone()).isFalse();
        later(second);
        deliver(second, 2);

        Rig.value(swap);
        Rig.value(after);
        rig.source.detach(track);
    }

    @Test
    void twoSwapsInARowEndAtTheSecond() {
        FakeTrack track = shared();
        Promise<Void> there = rig.source.swap("fake2");
        Promise<Void> back = rig.source.swap("fake1");
        rig.scheduler.settle();

        later(second);
        deliver(second, 1);
        Rig.value(there);
        first.firstTime = 2_000_000;
        deliver(first, 1);

        Rig.value(back);
        assertThat(first.sessions()).hasSize(2);
        assertThat(rig.source.view().inUse()).contains(rig.offer(first));
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void theOldSessionMayNeverClose() {
        FakeTrack track = shared();
        first.closing.shutForGood();
        swap("fake2");
        later(second);

        deliver(second, 2);
        rig.scheduler.advance(Duration.ofSeconds(1));

        assertThat(track.sequences()).hasSize(2);
        assertThat(track.events()).isEmpty();
        assertThat(rig.offer(first).trouble()).contains("abandoned");
        rig.source.detach(track);
    }

    // ---- break before make ----

    @Test
    void aCameraThatCanBeOpenedOnlyOnceIsClosedFirst() {
        FakeTrack track = rig.track(Map.of());
        deliver(first, 2);

        Promise<Void> swap = swap("fake2");
        Rig.value(swap);
        assertThat(first.session().isOpen()).isFalse();
        assertThat(track.events()).containsExactly("mute");
        deliver(second, 2);

        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(track.sequences()).hasSize(4).isSorted().doesNotHaveDuplicates();
        rig.source.detach(track);
    }

    @Test
    void oneThatCanBeOpenedOnlyOnceWaitsAlsoForTheSessionThatASwapHasLeft() {
        FakeDevice third = rig.plug();
        FakeTrack track = shared();
        first.closing.shut();
        swap("fake2");
        later(second);
        deliver(second, 1);

        swap("fake3");
        assertThat(second.session().isOpen()).isFalse();
        assertThat(third.openings).isZero();
        first.closing.open();
        rig.scheduler.settle();

        assertThat(third.openings).isOne();
        rig.source.detach(track);
    }

    @Test
    void oneThatCanBeOpenedOnlyOnceWaitsAlsoForTheSessionThatDidNotCome() {
        FakeDevice third = rig.plug();
        FakeTrack track = shared();
        second.closing.shut();
        Promise<Void> swap = swap("fake2");
        second.session().end(EndCause.UNPLUGGED);
        rig.scheduler.settle();
        failure(swap, ErrorName.NOT_READABLE);

        swap("fake3");
        assertThat(first.session().isOpen()).isFalse();
        assertThat(third.openings).isZero();
        second.closing.open();
        rig.scheduler.settle();

        assertThat(third.openings).isOne();
        rig.source.detach(track);
    }

    @Test
    void oneThatCannotBeOpenedIsComeBackFrom() {
        FakeTrack track = rig.track(Map.of());
        second.openFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: no driver"));

        MediaException failure = failure(swap("fake2"), ErrorName.NOT_READABLE);
        deliver(first, 1);

        assertThat(failure).hasMessageContaining("no driver").hasMessageContaining("goes on through fake:door (fake1)");
        assertThat(track.events()).containsExactly("mute", "unmute");
        assertThat(rig.source.view().inUse()).contains(rig.offer(first));
        rig.source.detach(track);
    }

    @Test
    void withoutGraceASwapStillHasTheTimeToOpen() {
        rig.deadlines = withoutGrace();
        FakeTrack track = rig.track(Map.of());

        Rig.value(swap("fake2"));
        deliver(second, 1);

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    void whereNobodyCanOpenItTheTracksEndOnce() {
        FakeTrack track = rig.track(Map.of());
        second.openFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: no driver"));
        first.openFailure = Optional.of(new CameraException(CameraException.Reason.FAILED, "fake: gone mad"));

        Promise<Void> swap = swap("fake2");
        rig.scheduler.advance(Duration.ofSeconds(10));

        failure(swap, ErrorName.NOT_READABLE);
        assertThat(track.events()).containsExactly("mute", "ended");
    }

    @Test
    void aSwappedCameraComesBackThroughTheWantedProviderWhenItIsLost() {
        FakeTrack track = rig.track(Map.of());
        swap("fake2");
        deliver(second, 1);

        second.session().end(EndCause.LOST);
        rig.scheduler.settle();

        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        rig.source.detach(track);
    }

    @Test
    void theNextUseOfTheCameraBeginsWithTheBestProvider() {
        FakeTrack track = rig.track(Map.of());
        swap("fake2");
        rig.source.detach(track);
        rig.scheduler.settle();

        FakeTrack next = rig.track(Map.of());

        assertThat(rig.source.view().inUse()).contains(rig.offer(first));
        rig.source.detach(next);
    }

    // ---- what is no swap ----

    @Test
    void aProviderThatDoesNotOfferTheCameraIsNotFound() {
        FakeTrack track = rig.track(Map.of());

        MediaException failure = failure(swap("webcam"), ErrorName.NOT_FOUND);

        assertThat(failure).hasMessageContaining("\"webcam\"").hasMessageContaining("fake1, fake2");
        rig.source.detach(track);
    }

    @Test
    void aCameraThatNobodyUsesIsNotSwapped() {
        failure(swap("fake2"), ErrorName.INVALID_STATE);
    }

    @Test
    void aSwapToTheProviderInUseDoesNothing() {
        FakeTrack track = rig.track(Map.of());

        Rig.value(swap("fake1"));

        assertThat(first.sessions()).hasSize(1);
        assertThat(track.events()).isEmpty();
        rig.source.detach(track);
    }

    @Test
    void aProviderThatIsStuckIsNotSwappedTo() {
        FakeTrack track = rig.track(Map.of());
        Rig.value(swap("fake2"));
        second.closing.shutForGood();
        second.session().end(EndCause.LOST);
        rig.scheduler.advance(Duration.ofSeconds(1));
        assertThat(rig.source.view().inUse()).contains(rig.offer(first));

        assertThat(failure(swap("fake2"), ErrorName.NOT_READABLE)).hasMessageContaining("abandoned");

        assertThat(first.session().isOpen()).isTrue();
        rig.source.detach(track);
    }

    @Test
    void aReleasedCameraIsOpenedThroughTheWantedProviderLater() {
        FakeTrack track = rig.track(Map.of());
        track.setEnabled(false);
        rig.source.enabledChanged();
        rig.scheduler.advance(Duration.ofSeconds(3));
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);

        Rig.value(swap("fake2"));
        assertThat(second.sessions()).isEmpty();
        track.setEnabled(true);
        rig.source.enabledChanged();
        rig.scheduler.settle();

        assertThat(rig.source.view().inUse()).contains(rig.offer(second));
        rig.source.detach(track);
    }

    private FakeTrack shared() {
        return shared(Map.of());
    }

    private FakeTrack shared(Map<String, ?> constraints) {
        first.exclusive = false;
        second.exclusive = false;
        return rig.track(constraints);
    }

    private Promise<Void> swap(String provider) {
        Promise<Void> swap = rig.source.swap(provider);
        rig.scheduler.settle();
        return swap;
    }

    private static void later(FakeDevice device) {
        device.firstTime = 1_000_000;
    }

    private void deliver(FakeDevice device, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            rig.deliver(device, Jpegs.WHOLE);
        }
    }

    private static MediaException failure(Promise<?> promise, ErrorName name) {
        Throwable failure = Rig.failure(promise);
        assertThat(failure).isInstanceOf(MediaException.class);
        assertThat(((MediaException) failure).error()).as(failure.toString()).isEqualTo(name);
        return (MediaException) failure;
    }

    private static Deadlines withoutGrace() {
        Deadlines usual = Deadlines.DEFAULT;
        return new Deadlines(
                usual.open(),
                usual.firstFrame(),
                usual.stall(),
                usual.control(),
                usual.photo(),
                usual.close(),
                Duration.ZERO);
    }
}
