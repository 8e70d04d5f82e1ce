// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.Blob;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;

/** RTSP cameras that stall, go and come back, or change the size of their pictures. */
class RtspFaultsTest extends NetworkFaults {
    /** Longer than from one picture to the next, and than the server takes to begin. */
    private static final int READ_DEADLINE = 3_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void f1AStalledStreamIsBegunAnewWhenTheServerGoesOn(String transport) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            MediaStreamTrack track = open(rtsp.url(), transport);

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
            MediaStreamTrack track = open(rtsp.url(), transport);

            rtsp.kill();
            cause(TrackEvent.Type.MUTE);
            rtsp.startAgain();

            assertComesBack(track);
        }
    }

    @ParameterizedTest
    @CsvSource({"/cam, tcp", "/cam, udp", "/jpeg, tcp", "/jpeg, udp"})
    void f20ASizeThatChangesIsToldOnceAndEachFrameHasOneSize(String path, String transport) throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            MediaStreamTrack track = open(rtsp.url(path), transport, PATIENT);
            FrameSizes sizes = new FrameSizes(track);
            sizes.await(640, 480);

            rtsp.halve();
            sizes.await(320, 240);

            assertThat(events()).containsExactly("configurationchange");
            assertThat(sizes.inOrder()).containsExactly("640x480", "320x240");
            assertPhoto(track, "320x240");
            track.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"/cam, tcp", "/jpeg, udp"})
    void f20ACameraThatWasRestartedWithAnotherSizeIsFoundAgainAndTheSizeIsTold(String path, String transport)
            throws Exception {
        try (RtspServer rtsp = RtspServer.start(directory)) {
            MediaStreamTrack track = open(rtsp.url(path), transport);
            FrameSizes sizes = new FrameSizes(track);
            sizes.await(640, 480);

            rtsp.kill();
            cause(TrackEvent.Type.MUTE);
            rtsp.startAgain(Map.of("RTSP_SIZE", "320x240"));
            sizes.await(320, 240);

            assertThat(sizes.inOrder()).containsExactly("640x480", "320x240");
            Await.until("the track is unmuted", () -> events().contains("unmute") && !track.isMuted());
            assertThat(events())
                    .startsWith("mute")
                    .contains("configurationchange")
                    .doesNotContain("ended");
            assertPhoto(track, "320x240");
            track.stop();
        }
    }

    private MediaStreamTrack open(String url, String transport) throws Exception {
        return open(url, transport, Map.of("read.deadline", READ_DEADLINE, "open.deadline", 10_000));
    }

    private MediaStreamTrack open(String url, String transport, Map<String, Object> deadlines) throws Exception {
        Map<String, Object> camera = new HashMap<>(deadlines);
        camera.putAll(Map.of("url", url, "transport", transport));
        configure("javacv", camera);
        MediaStreamTrack track = open();
        assertPhoto(track, "640x480");
        return track;
    }

    private void assertComesBack(MediaStreamTrack track) throws Exception {
        Await.until("the track is unmuted", () -> events().contains("unmute") && !track.isMuted());
        assertPhoto(track, "640x480");
        assertThat(events()).startsWith("mute", "unmute").doesNotContain("ended");
        track.stop();
    }

    private void assertPhoto(MediaStreamTrack track, String size) throws Exception {
        Blob photo = Await.value(captures.create(track).takePhoto());
        assertThat(Pictures.size(photo)).isEqualTo(size);
    }
}
