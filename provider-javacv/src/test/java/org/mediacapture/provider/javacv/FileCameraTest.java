// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RawServer;
import org.mediacapture.testkit.ReceivedFrame;
import org.mediacapture.testkit.RecordingSink;
import org.mediacapture.testkit.RecordingSink.End;

class FileCameraTest {
    private static Interrupts interrupts;

    private final RecordingSink sink = RecordingSink.copying(Duration.ofSeconds(30));

    @TempDir
    private Path directory;

    @BeforeAll
    static void load() {
        FFmpeg.load();
        interrupts = new Interrupts();
    }

    @AfterAll
    static void free() {
        interrupts.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, mpeg4, yuv420p, I420, LIMITED",
        "a.avi, mpeg4, yuv420p, I420, LIMITED",
        "a.mkv, ffv1, yuv422p, I422, LIMITED",
        "a.mkv, ffv1, yuv444p, I444, LIMITED",
        "a.mkv, ffv1, gray, GRAY8, FULL",
        "a.mkv, ffv1, yuv420p10le, I420, LIMITED",
        "a.nut, rawvideo, nv12, NV12, LIMITED",
        "a.nut, rawvideo, yuyv422, YUYV, LIMITED",
        "a.nut, rawvideo, bgr24, BGR24, FULL",
        "a.nut, rawvideo, bgra, BGRA, FULL",
        "a.nut, rawvideo, rgb24, I420, FULL"
    })
    void aFilmIsDecodedIntoTheFormatOfItsDecoder(
            String name, String codec, String from, PixelFormat format, ColorSpace.Range range) throws Exception {
        Path clip = Clips.make(directory.resolve(name), "-c:v", codec, "-pix_fmt", from);
        try (CameraSession session =
                device(clip.toUri().toString(), Map.of("loop", false)).open(sink)) {
            assertThat(session.modes()).containsExactly(new VideoMode(160, 120, 20, format));
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        assertThat(sink.ends()).extracting(End::cause).containsExactly(EndCause.FINISHED);
        assertThat(sink.frames()).hasSize(10);
        assertThat(sink.modes()).isEmpty();
        assertThat(sink.frames()).allSatisfy(frame -> {
            assertThat(frame.data().format()).isEqualTo(format);
            assertThat(frame.data().colorSpace().range()).isEqualTo(range);
            assertPlanesFit(frame.data());
        });
        assertThat(sink.frames().get(0).firstPlane())
                .isNotEqualTo(sink.frames().get(9).firstPlane());
    }

    private static void assertPlanesFit(FrameData data) {
        for (int plane = 0; plane < data.format().planes(); plane++) {
            int samples = data.format().planeWidth(plane, data.codedWidth());
            int rows = data.format().planeHeight(plane, data.codedHeight());
            int stride = data.planes().get(plane).rowStride();
            int needed = stride * (rows - 1)
                    + (samples - 1) * data.planes().get(plane).pixelStride()
                    + 1;
            assertThat(data.planes().get(plane).buffer().limit()).isGreaterThanOrEqualTo(needed);
        }
    }

    @Test
    void framesHaveTheTimesOfTheFilm() throws Exception {
        Path clip = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4");
        try (CameraSession session =
                device(clip.toUri().toString(), Map.of("loop", false)).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < sink.frames().size(); i++) {
            steps.add(
                    sink.frames().get(i).timestamp() - sink.frames().get(i - 1).timestamp());
        }
        // A machine that stands still for a second makes the clock begin anew, so most steps are looked at, not all.
        assertThat(steps.stream()
                        .filter(step -> Math.abs(step - 50_000_000) < 2_000_000)
                        .count())
                .isGreaterThan(5);
    }

    @Test
    void aFilmBeginsAnewAtItsEnd() throws Exception {
        Path clip = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4");
        try (CameraSession session = device(clip.toUri().toString(), Map.of()).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(25)).isTrue();
        }

        assertThat(sink.ends()).isEmpty();
        assertThat(sink.frames()).extracting(ReceivedFrame::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(sink.frames())
                .extracting(ReceivedFrame::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sink.frames().get(10).firstPlane())
                .isEqualTo(sink.frames().get(0).firstPlane());
    }

    @ParameterizedTest
    @CsvSource({"a.avi", "a.mjpeg", "a.mkv", "a.mov"})
    void theFramesOfAnMjpegFilmPassThrough(String name) throws Exception {
        Path clip = Clips.make(directory.resolve(name), "-c:v", "mjpeg", "-huffman", "default");
        try (CameraSession session =
                device(clip.toUri().toString(), Map.of("loop", false)).open(sink)) {
            assertThat(session.modes().get(0).format()).isEqualTo(PixelFormat.MJPEG);
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        String file = new String(Files.readAllBytes(clip), StandardCharsets.ISO_8859_1);
        assertThat(sink.frames()).hasSize(10);
        assertThat(sink.frames()).extracting(ReceivedFrame::firstPlane).allSatisfy(picture -> {
            assertThat(file).contains(new String(picture, StandardCharsets.ISO_8859_1));
            assertThat(picture).startsWith(0xFF, 0xD8).endsWith(0xFF, 0xD9);
        });
        if (name.endsWith(".mjpeg")) {
            assertThat(sink.frames().stream()
                            .mapToLong(frame -> frame.firstPlane().length)
                            .sum())
                    .isEqualTo(Files.size(clip));
        }
    }

    @Test
    void aSizeThatChangesWithinAnMjpegFilmIsToldBeforeTheFirstFrameThatHasIt() throws Exception {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (int number = 0; number < 20; number++) {
            film.writeBytes(number < 10 ? Jpegs.whole(number) : Jpegs.image(number, 160, 120, "jpeg"));
        }
        Path file = Files.write(directory.resolve("a.mjpeg"), film.toByteArray());
        List<Integer> modesTold = new CopyOnWriteArrayList<>();
        sink.onFrame(frame -> modesTold.add(sink.modes().size()));
        try (CameraSession session =
                device(file.toUri().toString(), Map.of("loop", false)).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        assertThat(sink.modes()).extracting(VideoMode::width, VideoMode::height).containsExactly(tuple(160, 120));
        assertThat(modesTold).isSorted();
        assertThat(Collections.frequency(modesTold, 1))
                .as("frames of the new size")
                .isEqualTo(10);
        assertThat(sink.frames())
                .allSatisfy(frame -> assertThat(JpegSize.of(ByteBuffer.wrap(frame.firstPlane())))
                        .contains(new JpegSize(
                                frame.data().codedWidth(), frame.data().codedHeight())));
    }

    @Test
    void anImageFileIsACameraToo() throws Exception {
        byte[] jpeg = Jpegs.whole(1);
        Path file = Files.write(directory.resolve("a b.jpg"), jpeg);
        try (CameraSession session = device(file.toUri().toString(), Map.of()).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(3)).isTrue();
        }

        assertThat(sink.frames())
                .extracting(ReceivedFrame::firstPlane)
                .allSatisfy(picture -> assertThat(picture).isEqualTo(jpeg));
    }

    @Test
    void lentPicturesOutliveTheSession() throws Exception {
        RecordingSink keeping = RecordingSink.keeping(Duration.ofSeconds(30));
        Path clip = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4");
        CameraSession session = device(clip.toUri().toString(), Map.of()).open(keeping);
        session.start(session.modes().get(0));
        assertThat(keeping.awaitFrames(SlotPool.SIZE)).isTrue();
        session.close();

        assertThat(keeping.kept())
                .hasSize(SlotPool.SIZE)
                .allSatisfy(frame -> assertThat(frame.checksumNow()).isEqualTo(frame.checksum()));
        keeping.releaseAll();
    }

    @Test
    void theModeOfADeviceIsKnownAfterTheFirstOpening() throws Exception {
        Path clip = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4");
        JavacvDevice device = device(clip.toUri().toString(), Map.of());

        assertThat(device.modes()).isEmpty();
        device.open(sink).close();

        assertThat(device.modes()).containsExactly(new VideoMode(160, 120, 20, PixelFormat.I420));
        assertThat(device.exclusive()).isFalse();
        assertThat(device.controls().properties()).isEmpty();
    }

    @Test
    void aModeThatTheCameraHasNotIsRefused() throws Exception {
        Path clip = Clips.make(directory.resolve("a.mp4"), "-c:v", "mpeg4");
        try (CameraSession session = device(clip.toUri().toString(), Map.of()).open(sink)) {
            assertThatThrownBy(() -> session.start(new VideoMode(1, 1, 1, PixelFormat.I420)))
                    .isInstanceOf(CameraException.class)
                    .hasMessageContaining("has no mode 1x1@1.0 I420, but [160x120@20.0 I420]");
        }
    }

    @Test
    void anAbsentFileIsToldAndNonsenseToo() throws IOException {
        assertThatThrownBy(() -> device("file:/no/such/clip.mp4", Map.of()).open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessage("file:///no/such/clip.mp4: No such file or directory");

        Path nonsense = Files.writeString(directory.resolve("a.mp4"), "nonsense ".repeat(1000));
        assertThatThrownBy(() -> device(nonsense.toUri().toString(), Map.of()).open(sink))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("Invalid data found");
    }

    @Test
    void aFilmFromAWebServerIsPlayedAtItsOwnSpeedAndAgain() throws Exception {
        byte[] clip = Files.readAllBytes(Clips.make(directory.resolve("a.mkv"), "-c:v", "mpeg4"));
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(
                            ("HTTP/1.1 200 OK\r\nContent-Type: video/x-matroska\r\nConnection: close\r\nContent-Length: "
                                            + clip.length + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    out.write(clip);
                });
                CameraSession session = device(server.url("/a.mkv"), Map.of()).open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(15)).isTrue();
        }

        assertThat(sink.frames().get(9).timestamp() - sink.frames().get(0).timestamp())
                .isGreaterThan(400_000_000);
    }

    private static JavacvDevice device(String url, Map<String, Object> values) {
        return Plans.device(Plans.of(url, values), interrupts);
    }
}
