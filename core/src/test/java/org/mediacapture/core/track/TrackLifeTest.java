// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.provider.EndCause;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** How a video track begins, is muted, and ends. */
class TrackLifeTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("TRK-1")
    void aNewTrackIsLiveAndEnabledWithAnIdOfItsOwnAndTheLabelOfItsCamera() {
        CameraTrack track = studio.track();
        CameraTrack other = studio.track();

        assertThat(track.id()).hasSize(36).isNotEqualTo(other.id());
        assertThat(track.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(track.label()).isEqualTo("Door");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(track.isEnabled()).isTrue();
        assertThat(track.isMuted()).isFalse();
    }

    @Test
    @Rule({"TRK-1", "TRK-3"})
    void aTrackMadeWhileTheSourceIsMutedBeginsMutedWithoutAnEvent() {
        studio.track();
        camera.fake.session().sink().muted(true);
        Promise<CameraTrack> promise = studio.open(Map.of());
        studio.settle();
        CameraTrack track = Rig.value(promise);
        List<String> events = Studio.events(track);
        assertThat(track.isMuted()).isTrue();

        camera.fake.session().sink().muted(false);
        studio.settle();
        studio.frame();

        assertThat(track.isMuted()).isFalse();
        assertThat(events).containsExactly("unmute");
    }

    @Test
    @Rule("TRK-2")
    void enabledStaysSettableAfterTheEnd() {
        CameraTrack track = studio.track();
        track.stop();

        track.setEnabled(false);
        assertThat(track.isEnabled()).isFalse();
        track.setEnabled(true);
        assertThat(track.isEnabled()).isTrue();
    }

    @Test
    @Rule("TRK-2")
    void aDisabledTrackDeliversBlackFramesAtItsRateAndAnEnabledOneBesideItPictures() {
        CameraTrack off = studio.track();
        CameraTrack on = studio.track();
        List<String> black = Studio.sizes(off);
        List<Boolean> dark = new java.util.ArrayList<>();
        Studio.read(off, frame -> dark.add(frame.format() != org.mediacapture.frame.PixelFormat.GRAY8));
        List<String> pictures = Studio.sizes(on);
        off.setEnabled(false);

        studio.run(1);

        assertThat(black).hasSize(10).containsOnly("640x480");
        assertThat(dark).as("not the camera's").containsOnly(true);
        assertThat(pictures).hasSize(10);
        assertThat(off.isMuted()).isFalse();
    }

    @Test
    @Rule("TRK-3")
    void aMuteThatIsToldTwiceIsOneEvent() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        camera.fake.session().sink().muted(true);
        camera.fake.session().sink().muted(true);
        studio.settle();
        camera.fake.session().sink().muted(false);
        camera.fake.session().sink().muted(false);
        studio.frame();
        studio.frame();

        assertThat(events).containsExactly("mute", "unmute");
    }

    @Test
    @Rule("TRK-3")
    void whileTheEventIsFiredMutedIsNewAlready() {
        CameraTrack track = studio.track();
        List<Boolean> seen = new java.util.ArrayList<>();
        track.addEventListener(TrackEvent.Type.MUTE, event -> seen.add(track.isMuted()));

        camera.fake.session().sink().muted(true);
        assertThat(track.isMuted()).as("before the task has run").isFalse();
        studio.settle();

        assertThat(seen).containsExactly(true);
    }

    @Test
    @Rule({"TRK-4", "TRK-6"})
    void stopEndsTheTrackAtOnceWithoutAnEvent() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        track.stop();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        track.stop();
        studio.settle();

        assertThat(events).isEmpty();
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule({"TRK-5", "TRK-6"})
    void anyOtherEndIsToldByOneEndedAndIsFinal() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        camera.fake.session().end(EndCause.FINISHED);
        assertThat(track.readyState()).as("before the task has run").isEqualTo(MediaStreamTrackState.LIVE);
        studio.settle();
        track.end("again");
        track.stop();
        studio.settle();

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).containsExactly("ended");
    }

    @Test
    @Rule("TRK-5")
    void aTrackThatIsStoppedBeforeItsEndIsToldFiresNothing() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        camera.fake.session().end(EndCause.FINISHED);
        track.stop();
        studio.settle();

        assertThat(events).isEmpty();
    }

    @Test
    @Rule("TRK-7")
    void theCameraIsClosedWithItsLastTrackAndNotBefore() {
        CameraTrack first = studio.track();
        CameraTrack second = studio.track();
        CameraTrack third = second.clone();
        studio.settle();

        first.stop();
        second.stop();
        studio.settle();
        assertThat(camera.isOpen()).isTrue();
        third.stop();
        studio.settle();

        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule("TRK-7")
    void removingATrackFromItsStreamStopsNothing() {
        CameraTrack track = studio.track();
        TrackStream stream = new TrackStream(List.of(track));

        stream.removeTrack(track);
        studio.settle();

        assertThat(track.isLive()).isTrue();
        assertThat(camera.isOpen()).isTrue();
    }

    @Test
    @Rule("TRK-8")
    void theDocumentTellsWhenItBeginsToUseACameraAndWhenItsLastTrackEnds() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        track.stop();
        assertThat(studio.usage).extracting(UsageEvent::type).containsExactly(UsageEvent.Type.STARTED);

        clone.stop();

        assertThat(studio.usage)
                .extracting(UsageEvent::type)
                .containsExactly(UsageEvent.Type.STARTED, UsageEvent.Type.STOPPED);
        assertThat(studio.usage)
                .allMatch(
                        event -> event.device().equals("door") && event.bundle().equals("app"));
    }

    @Test
    @Rule("TRK-9")
    void whenTheDocumentGoesItsTracksEndWithoutEventsAndTheCameraStops() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        List<String> events = Studio.events(track);
        events.addAll(Studio.events(clone));

        studio.owner.close();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        studio.settle();

        assertThat(events).isEmpty();
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule("TRK-9")
    void aTrackThatIsOnItsWayWhenTheDocumentGoesIsEnded() {
        Promise<CameraTrack> track = studio.open(Map.of());
        studio.owner.close();

        studio.settle();

        assertThat(Rig.value(track).readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule("TRK-12")
    void aRevokedPermissionEndsTheTracksOfTheDocumentWithEndedAndNoOthers() {
        TrackOwner other = new TrackOwner("other", "other", event -> {});
        CameraTrack mine = studio.track();
        Promise<CameraTrack> theirs = studio.open(other, Map.of());
        studio.settle();
        List<String> events = Studio.events(mine);

        studio.owner.end(track -> true, "the permission was taken back");
        studio.settle();

        assertThat(events).containsExactly("ended");
        assertThat(Rig.value(theirs).isLive()).isTrue();
        assertThat(camera.isOpen()).isTrue();
        other.close();
    }

    @Test
    @Rule("TRK-15")
    void aCameraThatIsPulledOutEndsAllItsTracks() {
        studio.grace(0);
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        studio.settle();
        List<String> events = Studio.events(track);
        List<String> clones = Studio.events(clone);

        studio.unplug(camera);
        studio.settle();

        assertThat(events).containsExactly("ended");
        assertThat(clones).containsExactly("ended");
    }

    @Test
    @Rule("TRK-15")
    void documentsOnOneCameraAreStoppedIndependently() {
        TrackOwner other = new TrackOwner("other", "other", event -> {});
        CameraTrack mine = studio.track();
        Promise<CameraTrack> promise = studio.open(other, Map.of("width", Map.of("exact", 1280)));
        studio.settle();
        CameraTrack theirs = Rig.value(promise);
        List<String> events = Studio.events(mine);
        List<String> sizes = Studio.sizes(mine);

        other.close();
        studio.settle();
        studio.frame();

        assertThat(theirs.isLive()).isFalse();
        assertThat(mine.isLive()).isTrue();
        assertThat(events).isEmpty();
        assertThat(sizes).hasSize(1);
    }

    @Test
    @Rule({"TRK-5", "AC-9"})
    void capabilitiesStayKnownAfterTheCameraHasEnded() {
        CameraTrack track = studio.track();
        Map<String, Object> before = track.getCapabilities().toMap();

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(track.getCapabilities().toMap()).isEqualTo(before).containsKey("zoom");
    }

    @Test
    @Rule({"TRK-5", "TRK-12", "AC-9"})
    void capabilitiesStayKnownAlsoIfTheCameraGoesWhileTheTracksAreEnded() {
        CameraTrack first = studio.track();
        CameraTrack second = studio.track();
        Map<String, Object> before = second.getCapabilities().toMap();
        first.subscribe(
                FrameOptions.latest(),
                VideoFrame::close,
                () -> { // between the ends of the two
                    camera.fake.session().end(EndCause.FINISHED);
                    studio.settle();
                });

        studio.owner.end(track -> true, "the permission was taken back");
        studio.settle();

        assertThat(second.getCapabilities().toMap()).isEqualTo(before).containsKey("zoom");
    }

    @Test
    @Rule({"TRK-5", "AC-7"})
    void untilTheEndIsToldTheTrackTellsItsSettingsAsBefore() {
        CameraTrack track = studio.track();
        Map<String, Object> before = track.getSettings().toMap();
        List<Map<String, Object>> seen = new java.util.ArrayList<>();
        track.addEventListener(
                TrackEvent.Type.MUTE, event -> seen.add(track.getSettings().toMap()));

        studio.unplug(camera);
        studio.settle();
        studio.pass(4);
        seen.add(track.getSettings().toMap());

        assertThat(seen).hasSize(2).containsOnly(before);
    }

    @Test
    void whoSubscribedToFramesIsToldThatTheTrackHasEndedHoweverItEnded() {
        CameraTrack stopped = studio.track();
        CameraTrack lost = studio.track();
        List<String> told = new ArrayList<>();
        stopped.frames(FrameOptions.latest(), VideoFrame::close, () -> told.add("stopped"));
        lost.frames(FrameOptions.latest(), VideoFrame::close, () -> told.add("lost"));
        lost.frames(FrameOptions.latest(), VideoFrame::close, () -> told.add("closed before"))
                .close();

        stopped.stop();
        assertThat(told).as("on the thread that stops it").isEmpty();
        studio.settle();
        assertThat(told).containsExactly("stopped");

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();
        assertThat(told).containsExactly("stopped", "lost");

        lost.frames(FrameOptions.latest(), VideoFrame::close, () -> told.add("had ended"));
        studio.settle();
        assertThat(told).containsExactly("stopped", "lost", "had ended");
    }

    @Test
    void framesAreCountedAsConsumersGotThemOrWereTooSlowForThem() {
        CameraTrack track = studio.track();
        FrameSubscription subscription = track.frames(FrameOptions.latest(), VideoFrame::close);
        track.frames(FrameOptions.latest(), VideoFrame::close);
        for (int frame = 100; frame < 103; frame++) {
            camera.deliver(640, 480, frame, studio.scheduler.nanoTime());
        }
        studio.settle();

        assertThat(subscription.delivered()).isEqualTo(1);
        assertThat(subscription.discarded()).isEqualTo(2);
        assertThat(track.delivered()).as("of both").isEqualTo(2);
        assertThat(track.discarded()).isEqualTo(4);
    }

    @Test
    @Rule("TRK-2")
    void noPictureReachesAMutedTrack() {
        CameraTrack track = studio.track();
        List<String> sizes = Studio.sizes(track);
        Promise<?> photo = studio.capture(track)
                .takePhoto(org.mediacapture.constraint.PhotoSettings.ofSize(FakeDevice.HD.width(), 720));
        studio.settle();
        assertThat(track.isMuted()).isTrue();

        studio.jpeg();
        assertThat(photo.isDone()).isTrue();

        assertThat(sizes).isEmpty();
    }

    @Test
    @Rule({"TRK-5", "TRK-4"})
    void theCameraIsGivenUpBeforeTheEndIsToldAndTheUseOfItIsOverOnce() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        track.end("the permission was taken back");
        assertThat(track.readyState()).as("before the task has run").isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(track.isEnding()).isTrue();
        assertThat(studio.usage).extracting(UsageEvent::type).contains(UsageEvent.Type.STOPPED);
        track.stop();
        studio.settle();

        assertThat(events).as("it was stopped before the end was told").isEmpty();
        assertThat(camera.isOpen()).isFalse();
        assertThat(studio.usage)
                .extracting(UsageEvent::type)
                .containsExactly(UsageEvent.Type.STARTED, UsageEvent.Type.STOPPED);
    }

    @Test
    @Rule({"TRK-9", "TRK-5"})
    void aTrackWhoseDocumentGoesBeforeItsEndIsToldFiresNothing() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);

        track.end("the permission was taken back");
        studio.owner.close();
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        studio.settle();

        assertThat(events).isEmpty();
    }
}
