// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.Blob;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.osgi.util.promise.Promise;

/** Tracks that come and go while the camera does something else. */
class CameraSourceTracksTest {
    private final Rig rig = new Rig(new VirtualScheduler());
    private final FakeDevice device = rig.plug();

    @AfterEach
    void nothingIsLeft() {
        rig.assertNothingIsLeft();
    }

    // ---- on their way ----

    @Test
    void aCameraIsInUseWhileItsFirstTrackIsOnItsWay() {
        device.opening.shut();
        Promise<FakeTrack> track = rig.attach(Map.of());
        rig.scheduler.settle();
        assertThat(rig.source.isInUse()).isTrue();

        device.opening.open();
        rig.scheduler.settle();

        rig.source.detach(Rig.value(track));
        rig.scheduler.settle();
        assertThat(rig.source.isInUse()).isFalse();
    }

    @Test
    void aCameraStaysOpenForATrackOnItsWayWhenTheOnlyOtherOneStops() {
        FakeTrack track = rig.track(Map.of());
        device.starting.shut();
        Promise<FakeTrack> other = rig.attach(Map.of("width", 1280));
        rig.scheduler.settle();

        rig.source.detach(track);
        rig.scheduler.settle();
        assertThat(device.session().isOpen()).isTrue();
        device.starting.open();
        rig.scheduler.settle();

        assertThat(device.sessions()).hasSize(1);
        rig.source.detach(Rig.value(other));
    }

    @Test
    void aTrackOnItsWayDoesNotWaitForASuccessorWhenTheLastOneThatDidStops() {
        FakeTrack track = rig.track(Map.of());
        rig.unplug(device);
        rig.scheduler.settle();
        Promise<FakeTrack> other = rig.attach(Map.of());
        rig.scheduler.settle();
        assertThat(other.isDone()).isFalse();

        rig.source.detach(track);
        rig.scheduler.settle();

        assertThat(Rig.failure(other)).isInstanceOf(CameraException.class);
    }

    @Test
    void aTrackForWhichTheCameraWasConfiguredJustBeforeItWasOverOpensItAnew() {
        FakeTrack track = rig.track(Map.of());
        device.applying.shut();
        Promise<FakeTrack> second = rig.attach(Map.of("zoom", 3));
        rig.scheduler.settle();

        device.applying.open(); // the call returns in time, but the end of the session is heard of before
        device.session().end(EndCause.FINISHED);
        rig.scheduler.settle();

        assertThat(track.events()).containsExactly("ended");
        assertThat(rig.source.view().state()).isEqualTo(CameraState.STREAMING);
        rig.deliver(device, Jpegs.WHOLE);
        assertThat(Rig.value(second).sequences()).hasSize(1);
        rig.source.detach(Rig.value(second));
    }

    @Test
    void aTrackThatIsNextInTheQueueWhenAllTracksEndOpensTheCameraAnew() {
        FakeTrack track = rig.track(Map.of());
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        Promise<FakeTrack> second = rig.attach(Map.of());
        rig.scheduler.settle();

        rig.source.shutDown("all tracks end");
        rig.scheduler.settle();

        assertThat(Rig.failure(photo)).isInstanceOf(TrackEndedException.class);
        assertThat(rig.source.view().state()).isEqualTo(CameraState.STREAMING);
        rig.deliver(device, Jpegs.WHOLE);
        assertThat(Rig.value(second).sequences()).hasSize(1);
        rig.source.detach(Rig.value(second));
    }

    @Test
    void aTrackThatWaitsForASuccessorGoesOnWaitingWhenAnotherStops() {
        FakeTrack track = rig.track(Map.of());
        FakeTrack other = rig.track(Map.of());
        rig.unplug(device);
        rig.scheduler.settle();

        rig.source.detach(other);
        rig.scheduler.settle();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.LOST);
        FakeDevice successor = rig.plug();
        rig.scheduler.settle();
        rig.deliver(successor, Jpegs.WHOLE);

        assertThat(track.events()).containsExactly("mute", "unmute");
        rig.source.detach(track);
    }

    @Test
    @Rule("OC-1")
    void aTrackOnItsWayGetsTheModeIntoWhichTheCameraWentMeanwhile() {
        FakeTrack first = rig.track(Map.of("width", 1280));
        device.applying.shut();
        Promise<FakeTrack> second = rig.attach(Map.of("width", 1280, "zoom", 3));
        rig.scheduler.settle();

        device.session().sink().modeChanged(FakeDevice.VGA);
        rig.scheduler.settle();
        device.applying.open();
        rig.scheduler.settle();

        assertThat(Rig.value(second).output().looksLike(Output.of(FakeDevice.VGA)))
                .isTrue();
        rig.source.detach(first);
        rig.source.detach(Rig.value(second));
    }

    @Test
    void aTrackThatHasStoppedGetsNoFrames() {
        FakeTrack stopped = rig.track(Map.of());
        FakeTrack other = rig.track(Map.of());
        rig.source.detach(stopped);
        rig.scheduler.settle();

        rig.deliver(device, Jpegs.WHOLE);

        assertThat(stopped.sequences()).isEmpty();
        assertThat(other.sequences()).hasSize(1);
        rig.source.detach(other);
    }

    // ---- muted or not ----

    @Test
    @Rule("TRK-1")
    void aTrackOfACameraThatDeliversBeginsUnmuted() {
        FakeTrack first = rig.track(Map.of());
        FakeTrack second = rig.track(Map.of());

        assertThat(first.isMuted()).isFalse();
        assertThat(second.isMuted()).isFalse();
        rig.source.detach(first);
        rig.source.detach(second);
    }

    @Test
    @Rule("TRK-1")
    void aTrackBesideOneThatWaitsForTheFirstFrameOfASuccessorBeginsMuted() {
        FakeTrack first = rig.track(Map.of());
        FakeDevice successor = rig.plug();
        rig.unplug(device);
        rig.scheduler.settle();

        FakeTrack second = rig.track(Map.of());
        assertThat(second.isMuted()).isTrue();
        rig.deliver(successor, Jpegs.WHOLE);

        assertThat(second.events()).containsExactly("unmute");
        rig.source.detach(first);
        rig.source.detach(second);
    }

    @Test
    @Rule("TRK-1")
    void aTrackAfterOneThatStoppedWhileItWasMutedBeginsUnmuted() {
        FakeTrack first = rig.track(Map.of());
        rig.plug();
        rig.unplug(device);
        rig.scheduler.settle();
        assertThat(first.isMuted()).isTrue();
        rig.source.detach(first);
        rig.scheduler.settle();

        FakeTrack second = rig.track(Map.of());

        assertThat(second.isMuted()).isFalse();
        rig.source.detach(second);
    }

    // ---- clones ----

    @Test
    @Rule("TRK-10")
    void aCloneThatWasMadeBeforeItsTrackWasMutedIsMutedToo() {
        FakeTrack track = rig.track(Map.of());
        FakeTrack clone = clone(track, Map.of());
        rig.unplug(device);
        rig.scheduler.settle();

        rig.source.join(clone, track);
        rig.scheduler.settle();

        assertThat(clone.events()).containsExactly("mute");
        rig.source.detach(track);
        rig.source.detach(clone);
    }

    @Test
    @Rule({"TRK-10", "OC-2"})
    void aCloneIsToldWhatWasConfiguredWhileItWasMade() {
        FakeTrack track = rig.track(Map.of());
        FakeTrack clone = clone(track, Map.of("width", 1280));
        rig.source.reconfigure(track, MediaTrackConstraints.fromMap(Map.of("width", Map.of("exact", 1280))));
        rig.scheduler.settle();

        rig.source.join(clone, track);
        rig.scheduler.settle();

        assertThat(clone.output()).isEqualTo(Output.of(FakeDevice.HD));
        assertThat(clone.events()).containsExactly("configurationchange");
        rig.source.detach(track);
        rig.source.detach(clone);
    }

    @Test
    @Rule({"TRK-10", "TRK-13"})
    void anEnabledCloneEndsTheWaitAfterWhichADisabledCameraIsReleased() {
        FakeTrack track = rig.track(Map.of());
        FakeTrack clone = clone(track, Map.of());
        enable(track, false);
        pass(device, 10);
        rig.source.join(clone, track);
        pass(device, 5);
        enable(clone, false);

        pass(device, 10);
        assertThat(device.session().isOpen()).as("since the clone was disabled").isTrue();
        pass(device, 15);

        assertThat(device.session().isOpen()).isFalse();
        rig.source.detach(track);
        rig.source.detach(clone);
    }

    // ---- released ----

    @Test
    @Rule("TRK-13")
    void noBlackFramesStandInForACameraThatWasOpenedForAPhoto() {
        FakeTrack track = rig.track(Map.of());
        enable(track, false);
        rig.scheduler.advance(Duration.ofSeconds(3));
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);
        int standIns = track.sequences().size();
        assertThat(standIns).isPositive();

        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        rig.scheduler.advance(Duration.ofSeconds(1));

        assertThat(track.sequences()).hasSize(standIns);
        rig.deliver(device, Jpegs.WHOLE);
        Rig.value(photo);
        rig.source.detach(track);
    }

    @Test
    @Rule("TRK-13")
    void aTrackThatIsDisabledAgainBeforeTheCameraCouldBeOpenedIsUnmuted() {
        FakeTrack track = rig.track(Map.of());
        enable(track, false);
        rig.scheduler.advance(Duration.ofSeconds(3));
        device.opening.shut();
        device.openFailure = Optional.of(new CameraException(CameraException.Reason.BUSY, "fake: not yet"));
        Promise<Blob> photo = rig.photo(track, PhotoSettings.none());
        rig.scheduler.settle();
        enable(track, true);
        enable(track, false);

        device.opening.open();
        rig.scheduler.settle();

        assertThat(photo.isDone()).isTrue();
        assertThat(rig.source.view().state()).isEqualTo(CameraState.RELEASED);
        assertThat(track.events()).containsExactly("mute", "unmute");
        Promise<MediaTrackSettings> next = rig.source.read(track);
        rig.scheduler.settle();
        Rig.value(next);
        rig.source.detach(track);
    }

    // ---- what is read ----

    @Test
    void whatIsReadIsWhatTheCameraIsSetTo() {
        FakeTrack track = rig.track(Map.of("zoom", 2));

        Promise<MediaTrackSettings> read = rig.source.read(track);
        rig.scheduler.settle();

        assertThat(Rig.value(read).get(ConstrainableProperty.ZOOM)).contains(2.0);
        rig.source.detach(track);
    }

    private FakeTrack clone(FakeTrack track, Map<String, ?> constraints) {
        return new FakeTrack(
                rig.scheduler,
                MediaTrackConstraints.fromMap(constraints),
                new Attachment(track.output(), track.isMuted()));
    }

    private void enable(FakeTrack track, boolean enabled) {
        track.setEnabled(enabled);
        rig.source.enabledChanged();
        rig.scheduler.settle();
    }

    private void pass(FakeDevice camera, int tenths) {
        for (int tenth = 0; tenth < tenths; tenth++) {
            rig.deliver(camera, Jpegs.WHOLE);
            rig.scheduler.advance(Duration.ofMillis(100));
        }
    }
}
