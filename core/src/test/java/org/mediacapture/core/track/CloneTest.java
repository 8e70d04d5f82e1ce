// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.provider.EndCause;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.util.promise.Promise;

/** Clones: alike at first, independent afterwards. */
class CloneTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    @Rule("TRK-10")
    void aCloneIsAnotherTrackWithTheSameSourceConstraintsAndSettings() {
        CameraTrack track = studio.track(Map.of("width", 320, "zoom", 2));

        CameraTrack clone = track.clone();

        assertThat(clone).isNotSameAs(track);
        assertThat(clone.id()).hasSize(36).isNotEqualTo(track.id());
        assertThat(clone.kind()).isEqualTo(track.kind());
        assertThat(clone.label()).isEqualTo("Door");
        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(clone.getConstraints()).isEqualTo(track.getConstraints());
        assertThat(clone.getSettings()).isEqualTo(track.getSettings());
        assertThat(clone.getCapabilities()).isEqualTo(track.getCapabilities());
    }

    @Test
    @Rule("TRK-10")
    void aCloneOfAnEndedTrackIsEndedAndTellsTheSame() {
        CameraTrack track = studio.track();
        track.stop();

        CameraTrack clone = track.clone();

        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(clone.getSettings()).isEqualTo(track.getSettings());
        assertThat(clone.getCapabilities()).isEqualTo(track.getCapabilities());
        assertThat(clone.getCapabilities().toMap()).containsKey("zoom");
    }

    @Test
    @Rule("TRK-10")
    void whoReadsACloneOfAnEndedTrackIsToldAtOnceThatItHasEnded() {
        CameraTrack track = studio.track();
        track.stop();
        List<String> told = new ArrayList<>();

        track.clone().subscribe(FrameOptions.latest(), VideoFrame::close, () -> told.add("end"));

        assertThat(told).containsExactly("end");
    }

    @Test
    @Rule({"TRK-10", "PTZ-2"})
    void aCloneThatIsMadeWhileTheMovementIsTakenBackDoesNotMoveEither() throws Exception {
        CameraTrack track = studio.track();
        List<CameraTrack> clones = new CopyOnWriteArrayList<>();
        Thread cloner = new Thread(() -> clones.add(track.clone()));

        synchronized (studio.owner) {
            cloner.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> cloner.getState() == Thread.State.BLOCKED);
            studio.owner.revokePanTiltZoom("camera+pan-tilt-zoom", "the permission was taken back");
        }
        cloner.join();

        assertThat(clones)
                .singleElement()
                .satisfies(clone -> assertThat(clone.getCapabilities().toMap()).doesNotContainKey("zoom"));
    }

    @Test
    @Rule({"TRK-10", "RES-6"})
    void constraintsOfACloneAreItsOwn() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        List<String> original = Studio.sizes(track);
        List<String> cloned = Studio.sizes(clone);

        Promise<Void> applied = clone.applyConstraints(Map.of("width", 320, "height", 240));
        studio.settle();
        studio.frame();

        Rig.value(applied);
        assertThat(track.getConstraints().toMap()).isEmpty();
        assertThat(track.getSettings().toMap()).containsEntry("width", 640L);
        assertThat(clone.getSettings().toMap()).containsEntry("width", 320L);
        assertThat(original).containsExactly("640x480");
        assertThat(cloned).containsExactly("320x240");
    }

    @Test
    @Rule("TRK-10")
    void switchAndEndOfACloneAreItsOwn() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();

        clone.setEnabled(false);
        assertThat(track.isEnabled()).isTrue();
        clone.stop();
        studio.settle();

        assertThat(track.isLive()).isTrue();
        assertThat(camera.isOpen()).isTrue();
    }

    @Test
    @Rule({"TRK-11", "X-5"})
    void aCloneOfADisabledTrackIsDisabled() {
        CameraTrack track = studio.track();
        track.setEnabled(false);

        CameraTrack clone = track.clone();
        List<Boolean> black = new java.util.ArrayList<>();
        Studio.read(clone, frame -> black.add(frame.format() != org.mediacapture.frame.PixelFormat.GRAY8));
        studio.settle();
        studio.frame();

        assertThat(clone.isEnabled()).isFalse();
        assertThat(black).containsExactly(true);
    }

    @Test
    @Rule("TRK-10")
    void aCloneIsMutedAsItsSourceIs() {
        CameraTrack track = studio.track();
        camera.fake.session().sink().muted(true);
        studio.settle();

        CameraTrack clone = track.clone();
        List<String> events = Studio.events(clone);
        assertThat(clone.isMuted()).isTrue();
        studio.settle();
        camera.fake.session().sink().muted(false);
        studio.settle();
        studio.frame();

        assertThat(events).containsExactly("unmute");
    }

    @Test
    @Rule("TRK-10")
    void aCloneThatIsMadeWhileTheSourceChangesItsMindEndsUpAsTheSourceIs() {
        CameraTrack track = studio.track();
        camera.fake.session().sink().muted(true);
        studio.settle();

        camera.fake.session().sink().muted(false);
        CameraTrack unmuted = track.clone(); // muted when it is copied
        studio.frame();
        camera.fake.session().sink().muted(true);
        CameraTrack muted = track.clone();
        studio.settle();

        assertThat(unmuted.isMuted()).as("both follow the source").isTrue();
        assertThat(muted.isMuted()).isTrue();
        camera.fake.session().sink().muted(false);
        studio.settle();
        studio.frame();
        assertThat(List.of(track.isMuted(), unmuted.isMuted(), muted.isMuted())).containsOnly(false);
    }

    @Test
    @Rule("TRK-10")
    void aCloneThatIsMadeBetweenUnmuteAndItsTaskIsNotMutedForEver() {
        CameraTrack track = studio.track();
        camera.fake.session().sink().muted(true);
        studio.settle();
        camera.fake.session().sink().muted(false);
        studio.settle();
        camera.deliver(640, 480, 1000, studio.scheduler.nanoTime());

        for (int clones = 0; clones < 5 && track.isMuted(); clones++) {
            track.clone();
            studio.scheduler.step();
        }
        studio.settle();

        assertThat(track.isMuted()).isFalse();
        assertThat(studio.owner.tracks()).noneMatch(OwnedTrack::isMuted);
    }

    @Test
    @Rule({"TRK-10", "RES-6"})
    void aCloneThatIsMadeWhileTheCameraChangesItsModeDeliversWhatItsSettingsTell() {
        CameraTrack track = studio.track();
        camera.fake.starting.shut();
        Promise<Void> applied = track.applyConstraints(Map.of("width", 1280, "height", 720));
        studio.settle();

        CameraTrack clone = track.clone();
        List<String> sizes = Studio.sizes(clone);
        studio.settle();
        camera.fake.starting.open();
        studio.settle();
        studio.frame();

        Rig.value(applied);
        assertThat(sizes).containsExactly("640x480");
        assertThat(clone.getSettings().toMap())
                .containsEntry("width", 640L)
                .containsEntry("resizeMode", "crop-and-scale");
    }

    @Test
    @Rule("TRK-10")
    void aCloneSurvivesTheStopOfItsOriginal() {
        CameraTrack track = studio.track();

        CameraTrack clone = track.clone();
        track.stop();
        studio.settle();
        List<String> sizes = Studio.sizes(clone);
        studio.frame();

        assertThat(clone.isLive()).isTrue();
        assertThat(sizes).hasSize(1);
    }

    @Test
    @Rule({"TRK-10", "TRK-5"})
    void aCloneThatIsMadeWhileTheCameraEndsIsToldOfTheEnd() {
        CameraTrack track = studio.track();
        camera.fake.session().end(EndCause.FINISHED);

        CameraTrack clone = track.clone();
        List<String> events = Studio.events(clone);
        studio.settle();

        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).containsExactly("ended");
    }

    @Test
    @Rule("RES-6")
    void whatACloneRequiresIsKeptForIt() {
        CameraTrack track = studio.track(Map.of("width", Map.of("min", 1000)));
        CameraTrack clone = track.clone();
        studio.settle();
        Rig.value(settled(track.applyConstraints(Map.of())));

        Promise<Void> native640 =
                track.applyConstraints(Map.of("width", Map.of("exact", 640), "resizeMode", Map.of("exact", "none")));
        studio.settle();

        assertThat(Rig.failure(native640)).isInstanceOf(OverconstrainedException.class);
        assertThat(clone.getSettings().toMap()).containsEntry("width", 1280L);
    }

    private <T> Promise<T> settled(Promise<T> promise) {
        studio.settle();
        return promise;
    }

    @Test
    @Rule({"TRK-10", "TRK-12"})
    void aCloneThatIsMadeBeforeTheEndOfItsOriginalIsToldEndsToo() {
        CameraTrack track = studio.track();
        List<String> originals = Studio.events(track);
        studio.owner.end(any -> true, "the permission was taken back");

        CameraTrack clone = track.clone();
        List<String> events = Studio.events(clone);
        studio.settle();

        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(clone.getCapabilities()).isEqualTo(track.getCapabilities());
        assertThat(events).containsExactly("ended");
        assertThat(originals).containsExactly("ended");
        assertThat(studio.owner.tracks()).isEmpty();
        assertThat(camera.isOpen()).isFalse();
        assertThat(studio.usage)
                .extracting(UsageEvent::type)
                .containsExactly(UsageEvent.Type.STARTED, UsageEvent.Type.STOPPED);
    }
}
