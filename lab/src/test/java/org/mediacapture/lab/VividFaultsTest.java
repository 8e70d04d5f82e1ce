// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.stream.TrackEvent.Type.MUTE;
import static org.mediacapture.stream.TrackEvent.Type.UNMUTE;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mediacapture.stream.MediaStreamTrackVideoStats;

/** A camera whose driver goes, fails, or leaves pictures out. */
@InLab
class VividFaultsTest extends FaultTest {
    VividFaultsTest(LabFramework framework, CameraLab lab, LabReport report) {
        super(framework, lab, report, "vivid", "uvcvideo");
    }

    @Test
    void f21TheDriverLetsTheCameraGoAndTakesItAgain() throws Exception {
        TrackLog log = open();

        long unbound = System.nanoTime();
        lab.vivid("unplug");
        log.awaitEvents(MUTE);
        noteTime("F21 driver unbound: mute", unbound);
        lab.vivid("plug");
        long bound = System.nanoTime();
        log.awaitEvents(MUTE, UNMUTE);
        noteTime("F21 driver bound: unmute", bound);

        requireGoesOn(log);
    }

    @Test
    @Tag("smoke")
    void f22ACameraThatIsDisconnectedAndKeepsItsNodeIsOpenedAnew() throws Exception {
        TrackLog log = open();

        long disconnected = System.nanoTime();
        lab.vivid("disconnect");
        log.awaitEvents(MUTE, UNMUTE);
        noteTime("F22 disconnected: unmute", disconnected);

        assertThat(log.causes(MUTE)).singleElement().asString().contains("the device is gone");
        requireGoesOn(log);
    }

    @Test
    void f23AFatalErrorOfTheStreamRestartsIt() throws Exception {
        TrackLog log = open();

        long failed = System.nanoTime();
        lab.setControls(camera(), Map.of("inject_fatal_streaming_error", 1));
        log.awaitEvents(MUTE, UNMUTE);
        noteTime("F23 fatal streaming error: unmute", failed);

        assertThat(log.causes(MUTE)).singleElement().asString().contains("input/output error");
        requireGoesOn(log);
    }

    @Test
    void f24PicturesThatTheDriverLeavesOutAreCounted() throws Exception {
        TrackLog log = open();
        lab.setControls(camera(), Map.of("percentage_of_dropped_buffers", 50));
        try {
            long before = lost(log);
            log.awaitFrames();
            log.awaitFrames();
            log.awaitFrames();
            assertThat(lost(log)).isGreaterThan(before);
            assertThat(log.events()).isEmpty();
            requireGoesOn(log);
        } finally {
            lab.setControls(camera(), Map.of("percentage_of_dropped_buffers", 0));
        }
    }

    /** Frames that the track knows of, and that never came. */
    private static long lost(TrackLog log) {
        MediaStreamTrackVideoStats stats = log.track().stats().orElseThrow();
        return stats.totalFrames() - stats.deliveredFrames() - stats.discardedFrames();
    }
}
