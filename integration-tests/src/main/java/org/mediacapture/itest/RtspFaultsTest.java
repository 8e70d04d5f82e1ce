// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.Blob;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/** RTSP cameras that stall, or go and come back. */
class RtspFaultsTest extends NetworkFaults {
    /** Longer than from one picture to the next, and than the server takes to begin. */
    private static final int READ_DEADLINE = 3_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void f1AStalledStreamIsBegunAnewWhenTheServerGoesOn(String transport) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            MediaStreamTrack track = open(rtsp, transport);

            rtsp.freeze();
            assertThat(cause(TrackEvent.Type.MUTE)).contains("no picture within " + READ_DEADLINE + " ms");
            rtsp.thaw();

            assertComesBack(track);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void aCameraThatWasRestartedIsFoundAgain(String transport) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            MediaStreamTrack track = open(rtsp, transport);

            rtsp.kill();
            cause(TrackEvent.Type.MUTE);
            rtsp.startAgain();

            assertComesBack(track);
        }
    }

    private MediaStreamTrack open(RtspServer rtsp, String transport) throws Exception {
        configure(
                "javacv",
                Map.of(
                        "url",
                        rtsp.url(),
                        "transport",
                        transport,
                        "read.deadline",
                        READ_DEADLINE,
                        "open.deadline",
                        10_000));
        MediaStreamTrack track = open();
        assertPhoto(track);
        return track;
    }

    private void assertComesBack(MediaStreamTrack track) throws Exception {
        Await.until("the track is unmuted", () -> events().contains("unmute") && !track.isMuted());
        assertPhoto(track);
        assertThat(events()).startsWith("mute", "unmute").doesNotContain("ended");
        track.stop();
    }

    private void assertPhoto(MediaStreamTrack track) throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto());
        assertThat(Pictures.size(photo)).isEqualTo("640x480");
    }
}
