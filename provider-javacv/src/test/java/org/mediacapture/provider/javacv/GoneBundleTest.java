// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.fixtures.BundleLoader;
import org.mediacapture.fixtures.HttpCameraContract;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.fixtures.MultipartStream;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.testkit.RawServer;
import org.mediacapture.testkit.RecordingSink;

/** A capture that ends later than its bundle finds all classes that it needs. */
class GoneBundleTest {
    private final BundleLoader bundle = new BundleLoader(NetworkCamera.class);
    private final RecordingSink sink = RecordingSink.releasing(Duration.ofSeconds(30));

    @BeforeAll
    static void load() {
        FFmpeg.load();
    }

    @Test
    void aFilterGraphEndsWithoutItsBundle() throws Exception {
        assertEndsWithoutItsBundle("lavfi:testsrc2=size=64x48:rate=50", 2);
    }

    @Test
    void aMultipartStreamEndsWithoutItsBundle() throws Exception {
        try (RawServer server = MultipartStream.serving(List.of(Jpegs.whole(1), Jpegs.whole(2)))) {
            assertEndsWithoutItsBundle(server.url("/stream"), 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, jpeg", "image/png, png"})
    void imagesEndWithoutTheirBundle(String type, String format) throws Exception {
        byte[] image = Jpegs.image(1, 64, 48, format);
        try (RawServer server = new RawServer((request, out) -> {
            out.write(RawServer.head(type));
            out.write(image);
        })) {
            assertEndsWithoutItsBundle(server.url("/image"), 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, mpeg4", "a.avi, mjpeg"})
    void aFileEndsWithoutItsBundle(String name, String codec, @TempDir Path directory) throws Exception {
        Path file = Clips.make(directory.resolve(name), "-c:v", codec);
        // It has ten frames: by then it has begun anew.
        assertEndsWithoutItsBundle(file.toUri().toString(), 12);
    }

    @Test
    void aLocalCameraEndsWithoutItsBundle() throws Exception {
        assertEndsWithoutItsBundle(bundle.device("Plans", "localDevice", Plans.of("v4l2:/dev/video0")), 2);
    }

    private void assertEndsWithoutItsBundle(String url, int frames) throws Exception {
        assertEndsWithoutItsBundle(bundle.device("Plans", "device", Plans.of(url)), frames);
    }

    private void assertEndsWithoutItsBundle(CameraDevice device, int frames) throws Exception {
        CameraSession session = device.open(sink);
        session.start(session.modes().get(0));
        assertThat(sink.awaitFrames(frames)).isTrue();
        bundle.go();

        session.close();
        HttpCameraContract.awaitNoCapture();

        assertThat(bundle.missed()).isEmpty();
    }
}
