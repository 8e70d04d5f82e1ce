// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrackState;

/** What a document does with all its tracks at once, and what it tells of their devices. */
class TrackOwnerTest {
    private static final String CAUSE = "the permission was taken back";
    private static final String MOVEMENT = "camera+pan-tilt-zoom";

    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final Microphones microphones = new Microphones(studio);

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
        assertThat(studio.owner.tracks()).isEmpty();
    }

    @Test
    @Rule({"PERM-5", "TRK-8"})
    void theUseOfEachDeviceIsToldByItselfWhileAnotherIsInUse() {
        CameraTrack first = studio.track();
        MicrophoneTrack sound = microphones.track();
        first.stop();
        CameraTrack second = studio.track();
        sound.stop();
        second.stop();

        assertThat(studio.usage)
                .extracting(UsageEvent::type, UsageEvent::device)
                .containsExactly(
                        tuple(UsageEvent.Type.STARTED, "door"),
                        tuple(UsageEvent.Type.STARTED, "desk"),
                        tuple(UsageEvent.Type.STOPPED, "door"),
                        tuple(UsageEvent.Type.STARTED, "door"),
                        tuple(UsageEvent.Type.STOPPED, "desk"),
                        tuple(UsageEvent.Type.STOPPED, "door"));
    }

    @Test
    @Rule({"TRK-12", "PERM-5"})
    void aPermissionThatIsTakenBackEndsTheTracksOfItsKindAndIsToldOnce() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        MicrophoneTrack sound = microphones.track();
        List<String> events = Studio.events(track);
        List<String> clones = Studio.events(clone);

        studio.owner.revoke(MediaKind.VIDEO, "camera", CAUSE);
        studio.settle();

        assertThat(events).containsExactly("ended");
        assertThat(clones).containsExactly("ended");
        assertThat(sound.isEnding()).isFalse();
        assertThat(camera.isOpen()).isFalse();
        assertThat(revoked()).containsExactly(new UsageEvent(UsageEvent.Type.REVOKED, "app", "app", "camera", CAUSE));
    }

    @Test
    @Rule({"TRK-12", "PERM-5"})
    void nothingIsToldOfAPermissionThatNoTrackLosesAnyMore() {
        CameraTrack track = studio.track();
        List<String> events = Studio.events(track);
        track.end("the camera was pulled out");
        assertThat(track.isLive()).as("until the task has run").isTrue();

        studio.owner.revoke(MediaKind.VIDEO, "camera", CAUSE);
        studio.owner.revoke(MediaKind.AUDIO, "microphone", CAUSE);
        studio.settle();

        assertThat(revoked()).isEmpty();
        assertThat(events).containsExactly("ended");
    }

    @Test
    @Rule({"PTZ-2", "PERM-5"})
    void movementIsTakenBackFromEachTrackThatHasItAndThatIsToldOnce() {
        CameraTrack track = studio.track();
        CameraTrack clone = track.clone();
        List<String> events = Studio.events(track);
        List<String> clones = Studio.events(clone);

        studio.owner.revokePanTiltZoom(MOVEMENT, CAUSE);
        studio.owner.revokePanTiltZoom(MOVEMENT, CAUSE);
        studio.settle();

        assertThat(track.getCapabilities().toMap()).doesNotContainKey("zoom").containsKey("brightness");
        assertThat(clone.getCapabilities().toMap()).doesNotContainKey("zoom");
        assertThat(events).containsExactly("configurationchange");
        assertThat(clones).containsExactly("configurationchange");
        assertThat(revoked()).containsExactly(new UsageEvent(UsageEvent.Type.REVOKED, "app", "app", MOVEMENT, CAUSE));
    }

    @Test
    @Rule({"PTZ-2", "PERM-5"})
    void nothingIsToldOfMovementThatNoTrackHas() {
        microphones.track();
        CameraTrack ending = studio.track();
        studio.perspective = new Perspective(studio.perspective.inherent(), false);
        CameraTrack fixed = studio.track();
        List<String> events = Studio.events(fixed);
        ending.end("the camera was pulled out");

        studio.owner.revokePanTiltZoom(MOVEMENT, CAUSE);

        assertThat(ending.getCapabilities().toMap()).as("it keeps what it had").containsKey("zoom");
        studio.settle();
        assertThat(events).isEmpty();
        assertThat(revoked()).isEmpty();
    }

    @Test
    @Rule({"TRK-9", "TRK-10"})
    void aCloneThatIsMadeWhileTheDocumentGoesIsEnded() {
        CameraTrack first = studio.track();
        CameraTrack second = studio.track();
        List<CameraTrack> clones = new ArrayList<>();
        first.subscribe(
                FrameOptions.latest(), VideoFrame::close, () -> clones.add(second.clone())); // between the two ends

        studio.owner.close();

        assertThat(clones).extracting(CameraTrack::readyState).containsExactly(MediaStreamTrackState.ENDED);
    }

    private List<UsageEvent> revoked() {
        return studio.usage.stream()
                .filter(event -> event.type() == UsageEvent.Type.REVOKED)
                .toList();
    }
}
