// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RawServer;

class HttpCameraTest {
    private static final String MULTIPART = "multipart/x-mixed-replace; boundary=frame";
    private static Interrupts interrupts;

    private final RecordingSink sink = new RecordingSink();

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
    @ValueSource(booleans = {true, false})
    void everyFrameHasTheBytesThatTheServerSent(boolean withLength) throws Exception {
        byte[] third = Jpegs.whole(3);
        List<byte[]> sent = List.of(
                Jpegs.whole(1), Jpegs.withoutTables(Jpegs.whole(2)), Jpegs.cutShort(third), third, Jpegs.whole(4));
        try (RawServer server = RawServer.sending(MULTIPART, multipart(sent, withLength));
                CameraSession session = device(Plans.of(server.url("/stream"))).open(sink)) {
            assertThat(session.modes()).containsExactly(new VideoMode(320, 240, 25, PixelFormat.MJPEG));
            session.start(session.modes().get(0));
            sink.awaitFrames(5);
        }

        assertThat(sink.pictures()).containsExactlyElementsOf(sent);
        assertThat(sink.frames).extracting(RecordingSink.Frame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sink.frames)
                .extracting(RecordingSink.Frame::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sink.frames).extracting(RecordingSink.Frame::thread).containsOnly("camera-test");
    }

    @Test
    void aStreamThatBeginsWithAPictureCutShortIsOpenedByTheNextOne() throws Exception {
        byte[] cut = new byte[100];
        System.arraycopy(Jpegs.whole(1), 0, cut, 0, 100);
        try (RawServer server = RawServer.sending(MULTIPART, multipart(List.of(cut, Jpegs.whole(2)), true));
                CameraSession session = device(Plans.of(server.url("/stream"))).open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitFrames(1);
        }

        assertThat(sink.pictures()).containsExactly(Jpegs.whole(2));
    }

    @Test
    void aPictureOfAnotherSizeChangesTheMode() throws Exception {
        List<byte[]> sent = List.of(Jpegs.whole(1), Jpegs.image(2, 160, 120, "jpeg"));
        try (RawServer server = RawServer.sending(MULTIPART, multipart(sent, true));
                CameraSession session = device(Plans.of(server.url("/stream"))).open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitFrames(2);
        }

        assertThat(sink.modes).containsExactly(new VideoMode(160, 120, 25, PixelFormat.MJPEG));
        assertThat(sink.frames.get(1).data().codedWidth()).isEqualTo(160);
    }

    @Test
    void theEndOfTheConnectionIsTold() throws Exception {
        byte[] body = multipart(List.of(Jpegs.whole(1)), true);
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(MULTIPART));
                    out.write(body);
                });
                CameraSession session =
                        device(Plans.of(server.url("/stream?pwd=hidden"))).open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitEnd();

            assertThat(sink.ends).containsExactly(EndCause.LOST);
            assertThat(sink.messages).containsExactly(server.url("/stream") + ": the stream is over");
        }
    }

    @Test
    void aServerThatGoesSilentIsLostAfterTheReadDeadline() throws Exception {
        try (RawServer server = RawServer.sending(MULTIPART, multipart(List.of(Jpegs.whole(1)), true));
                CameraSession session =
                        device(Plans.of(server.url("/stream"), 30_000, 200)).open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitEnd();

            assertThat(sink.ends).containsExactly(EndCause.LOST);
            assertThat(sink.messages).containsExactly(server.url("/stream") + ": no picture within 200 ms");
        }
    }

    @Test
    void aStillImageIsFetchedAgainAndAgain() throws Exception {
        byte[] jpeg = Jpegs.whole(7);
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head("image/jpeg"));
                    out.write(jpeg);
                });
                CameraSession session =
                        device(Plans.of(server.url("/photo.jpg"))).open(sink)) {
            assertThat(session.modes()).containsExactly(new VideoMode(320, 240, 2, PixelFormat.MJPEG));
            session.start(session.modes().get(0));
            sink.awaitFrames(3);
            assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
        }

        assertThat(sink.pictures()).allSatisfy(picture -> assertThat(picture).isEqualTo(jpeg));
    }

    @Test
    void aStillPngIsDecoded() throws Exception {
        byte[] png = Jpegs.image(1, 64, 48, "png");
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head("image/png"));
                    out.write(png);
                });
                CameraSession session =
                        device(Plans.of(server.url("/photo.png"))).open(sink)) {
            assertThat(session.modes()).containsExactly(new VideoMode(64, 48, 2, PixelFormat.I420));
            session.start(session.modes().get(0));
            sink.awaitFrames(2);
        }

        assertThat(sink.frames.get(1).data().planes()).hasSize(3);
        assertThat(sink.modes).isEmpty();
    }

    @Test
    void errorsOfTheServerAreToldWithTheAddressAndWithoutCredentials() throws Exception {
        assertThat(failure("HTTP/1.0 404 Not Found\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageEndingWith("/stream: Server returned 404 Not Found");
        assertThat(failure("HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DENIED))
                .hasMessageContaining("401 Unauthorized");
        assertThat(failure("HTTP/1.0 503 Busy\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("text/html");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 90000\r\n\r\n"
                        + "nonsense ".repeat(10_000)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("Invalid data");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: " + MULTIPART + "\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageContaining("without a JPEG");
    }

    private CameraException failure(String answer) throws Exception {
        try (RawServer server =
                new RawServer((request, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)))) {
            String url = server.url("/stream").replace("http://", "http://john:pass-word@");
            return open(Plans.of(url + "?token=top-secret"));
        }
    }

    private CameraException open(CameraPlan plan) {
        try (CameraSession session = device(plan).open(sink)) {
            throw new AssertionError("opened: " + session.modes());
        } catch (CameraException e) {
            assertThat(e.getMessage())
                    .startsWith(plan.url().address() + ": ")
                    .doesNotContain("john", "pass-word", "top-secret");
            return e;
        }
    }

    @Test
    void aRefusedConnectionIsTold() {
        assertThat(open(Plans.of("http://127.0.0.1:1/stream")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessage("http://127.0.0.1:1/stream: Connection refused");
    }

    @Test
    void anUnknownHostIsTold() {
        assertThat(open(Plans.of("http://no-such-host.invalid/stream")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessage("http://no-such-host.invalid/stream: unknown host no-such-host.invalid");
    }

    @Test
    void aSilentServerEndsWithTheOpenDeadline() throws Exception {
        try (RawServer server = new RawServer((request, out) -> new CountDownLatch(1).await())) {
            assertThat(open(Plans.of(server.url("/stream"), 200, 200)))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                    .hasMessage(server.url("/stream") + ": no answer within 200 ms");
        }
    }

    @Test
    void aTricklingServerEndsWithTheOpenDeadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
            out.write("HTTP/1.0 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        })) {
            assertThat(open(Plans.of(server.url("/stream"), 400, 200)))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                    .hasMessage(server.url("/stream") + ": no answer within 400 ms");
        }
    }

    @Test
    void credentialsReachTheServerAndNobodyElse() throws Exception {
        byte[] body = multipart(List.of(Jpegs.whole(1)), true);
        try (RawServer server = new RawServer((request, out) -> {
            if (!request.contains("Authorization: Basic ")) {
                out.write("HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            out.write(RawServer.head(MULTIPART));
            out.write(body);
        })) {
            CameraPlan plan = Plans.of(server.url("/stream"), Map.of("username", "jo hn", "password", "p@ss:w/o%rd"));
            try (CameraSession session = device(plan).open(sink)) {
                session.start(session.modes().get(0));
                sink.awaitFrames(1);
            }
            String login = Base64.getEncoder().encodeToString("jo hn:p@ss:w/o%rd".getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests())
                    .anySatisfy(request -> assertThat(request).contains("Basic " + login));
            assertThat(plan.url().toString()).isEqualTo(server.url("/stream"));
        }
    }

    @Test
    void interruptingTheThreadEndsOpening() throws Exception {
        try (RawServer server = new RawServer((request, out) -> new CountDownLatch(1).await())) {
            CameraException[] failure = new CameraException[1];
            Thread opener = new Thread(() -> failure[0] = open(Plans.of(server.url("/stream"))));
            opener.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !server.requests().isEmpty());
            opener.interrupt();
            opener.join(30_000);

            assertThat(failure[0]).hasMessage(server.url("/stream") + ": interrupted");
        }
    }

    @Test
    void closingTheDeviceEndsAnOpeningAndABlockedRead() throws Exception {
        try (RawServer silent = new RawServer((request, out) -> new CountDownLatch(1).await());
                RawServer stalling = RawServer.sending(MULTIPART, multipart(List.of(Jpegs.whole(1)), true))) {
            JavacvDevice opening = device(Plans.of(silent.url("/stream")));
            JavacvDevice reading = device(Plans.of(stalling.url("/stream")));
            CameraException[] failure = new CameraException[1];
            Thread opener = new Thread(() -> {
                try {
                    opening.open(sink);
                } catch (CameraException e) {
                    failure[0] = e;
                }
            });
            opener.start();
            CameraSession session = reading.open(sink);
            session.start(session.modes().get(0));
            sink.awaitFrames(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !silent.requests().isEmpty());

            opening.close();
            reading.close();
            opener.join(30_000);

            assertThat(failure[0]).hasMessage(silent.url("/stream") + ": closed");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> noThread("camera-test"));
            assertThat(sink.ends).isEmpty();
            assertThatThrownBy(session::settings).hasMessageContaining("the session is closed");
            assertThatThrownBy(() -> reading.open(sink)).hasMessageContaining("the provider is stopping");
        }
    }

    static boolean noThread(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void stoppingEndsTheFramesAndStartingBringsThemAgain() throws Exception {
        try (RawServer server = RawServer.sending(MULTIPART, multipart(Jpegs.several(2), true));
                CameraSession session = device(Plans.of(server.url("/stream"))).open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitFrames(2);
            session.stop();
            int before = sink.frames.size();
            session.stop();
            session.start(session.modes().get(0));
            sink.awaitFrames(4);

            assertThat(before).isEqualTo(2);
            assertThat(sink.frames)
                    .extracting(RecordingSink.Frame::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(sink.ends).isEmpty();
        }
    }

    @Test
    void withoutAFreeBufferFramesAreDroppedAndLentOnesStayAsTheyAre() throws Exception {
        RecordingSink keeping = new RecordingSink(true);
        List<byte[]> sent = Jpegs.several(SlotPool.SIZE + 5);
        try (RawServer server = RawServer.sending(MULTIPART, multipart(sent, true))) {
            CameraSession session =
                    device(Plans.of(server.url("/stream"), 30_000, 300)).open(keeping);
            session.start(session.modes().get(0));
            keeping.awaitEnd();
            session.close();

            assertThat(keeping.frames).hasSize(SlotPool.SIZE);
            for (int i = 0; i < SlotPool.SIZE; i++) {
                assertThat(bytes(keeping.keptData.get(i))).isEqualTo(sent.get(i));
            }
            keeping.kept.forEach(Runnable::run);
            keeping.kept.forEach(Runnable::run);
        }
    }

    @Test
    void manyCamerasAtOnceAreAllInterruptible() throws Exception {
        try (RawServer server = RawServer.sending(MULTIPART, multipart(List.of(Jpegs.whole(1)), true))) {
            List<RecordingSink> sinks =
                    Stream.generate(RecordingSink::new).limit(25).toList();
            JavacvDevice device = device(Plans.of(server.url("/stream")));
            for (RecordingSink each : sinks) {
                CameraSession session = device.open(each);
                session.start(session.modes().get(0));
                each.awaitFrames(1);
            }
            device.close();

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> noThread("camera-test"));
            assertThat(sinks).allSatisfy(each -> assertThat(each.ends).isEmpty());
        }
    }

    private static byte[] bytes(FrameData data) {
        ByteBuffer view = data.planes().get(0).buffer().duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }

    private static JavacvDevice device(CameraPlan plan) {
        return Plans.device(plan, interrupts);
    }

    /** The body of a stream; a further delimiter at the end completes the last part also where lengths are missing. */
    static byte[] multipart(List<byte[]> parts, boolean withLength) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            String length = withLength ? "Content-Length: " + part.length + "\r\n" : "";
            body.writeBytes(
                    ("--frame\r\nContent-Type: image/jpeg\r\n" + length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--frame\r\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
