// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.admin.TrackStatistics;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.stream.MediaStreamTrackState;

class FramesCheckTest {
    @Test
    void aCameraThatDeliversIsTold() {
        assertThat(check(CameraState.STREAMING, frames(10, 29.97), false))
                .containsExactly(Finding.ok("door delivers 30.0 frames per second to 0 tracks, 12 ms old"));
    }

    @Test
    void ofASlowOneTheIntervalIsTold() {
        assertThat(check(CameraState.STREAMING, frames(10, 0.04), false))
                .containsExactly(Finding.ok("door delivers a frame every 25.0 seconds to 0 tracks, 12 ms old"));
    }

    @Test
    void oneThatHasCeasedToDeliverIsAProblem() {
        assertThat(check(CameraState.STREAMING, frames(10, 0), false))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.PROBLEM);
                    assertThat(finding.text()).isEqualTo("door has ceased to deliver frames");
                    assertThat(finding.advice()).contains("deadline.stall");
                });
    }

    @Test
    void oneThatIsCoveredIsAProblemOfItsOwn() {
        assertThat(check(CameraState.STREAMING, frames(10, 0), true))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("muted"));
    }

    @Test
    void oneThatHasJustBegunIsWaitedFor() {
        assertThat(check(CameraState.STREAMING, frames(0, 0), false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
        assertThat(check(CameraState.STREAMING, frames(1, 0), false))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void oneThatIsOpenedAgainIsWaitedForAlthoughItHasDeliveredBefore() {
        assertThat(check(frames(1000, 0), opened(frames(0, 0)), opened(frames(1, 0))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
        assertThat(check(frames(1000, 0), opened(frames(0, 0)), opened(frames(9, 0))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM));
    }

    private static List<Finding> check(FrameStatistics frames, TrackStatistics... tracks) {
        return new FramesCheck(
                        () -> List.of(new CameraStatistics("door", CameraState.STREAMING, frames, List.of(tracks))),
                        List::of)
                .findings();
    }

    private static TrackStatistics opened(FrameStatistics frames) {
        return new TrackStatistics("id", "bundle", "origin", 1, frames);
    }

    @Test
    void nothingIsExpectedOfCamerasThatNobodyUses() {
        assertThat(check(CameraState.IDLE, frames(0, 0), false)).containsExactly(Finding.ok("no camera is in use"));
    }

    private static List<Finding> check(CameraState state, FrameStatistics frames, boolean muted) {
        return new FramesCheck(
                        () -> List.of(new CameraStatistics("door", state, frames, List.of())),
                        () -> List.of(track("door", muted), track("yard", true)))
                .findings();
    }

    private static FrameStatistics frames(long total, double rate) {
        return new FrameStatistics(total, 0, total, rate, Optional.of(Duration.ofMillis(12)), 0, 0);
    }

    private static TrackStatus track(String camera, boolean muted) {
        return new TrackStatus(
                "id",
                MediaKind.VIDEO,
                camera,
                "bundle",
                "origin",
                MediaStreamTrackState.LIVE,
                true,
                muted,
                MediaTrackSettings.empty(),
                0,
                0);
    }
}
