// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RawServer;

class HttpCameraTest {
    private static final VideoMode MODE = new VideoMode(320, 240, 25, PixelFormat.BGR24);

    private final PictureSink sink = new PictureSink();

    @Test
    void everyWholePictureOfAStreamIsAFrame() throws Exception {
        byte[] padded = new byte[Jpegs.whole(4).length + 100];
        System.arraycopy(Jpegs.whole(4), 0, padded, 0, padded.length - 100);
        List<byte[]> sent = List.of(
                Jpegs.whole(1),
                Jpegs.withoutTables(Jpegs.whole(2)),
                Jpegs.cutShort(Jpegs.whole(3)),
                padded,
                Jpegs.whole(5));
        int[] frames = {0, 1, 2, 2, 3}; // before each is sent: what waits is passed over
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(Streams.TYPE));
                    for (int i = 0; i < frames.length; i++) {
                        sink.awaitFrames(frames[i]);
                        out.write(Streams.multipart(List.of(sent.get(i))));
                        out.flush();
                    }
                    new CountDownLatch(1).await();
                });
                CameraSession session = open(server)) {
            assertThat(session.modes()).containsExactly(MODE);
            session.start(MODE);
            sink.awaitFrames(4);
        }

        assertThat(sink.frames).extracting(PictureSink.Frame::sequence).containsExactly(0L, 1L, 3L, 4L);
        assertThat(sink.frames).extracting(PictureSink.Frame::thread).containsOnly("camera-test");
        assertThat(sink.frames.get(0).pixel(5, 5)).satisfies(Jpegs.near(Jpegs.background(1)));
        assertThat(sink.frames.get(1).pixel(5, 5)).satisfies(Jpegs.near(Jpegs.background(2)));
        assertThat(sink.frames.get(2).pixel(5, 5)).satisfies(Jpegs.near(Jpegs.background(4)));
    }

    @Test
    void aPictureOfAnotherSizeChangesTheMode() throws Exception {
        List<byte[]> sent = List.of(Jpegs.whole(1), Jpegs.image(2, 160, 120, "jpeg"));
        try (RawServer server = RawServer.sending(Streams.TYPE, Streams.multipart(sent));
                CameraSession session = open(server)) {
            session.start(MODE);
            sink.awaitFrames(2);
        }

        assertThat(sink.modes).containsExactly(new VideoMode(160, 120, 25, PixelFormat.BGR24));
        assertThat(sink.frames.get(1).data().codedWidth()).isEqualTo(160);
    }

    @Test
    void aGreyPictureIsLentAsEveryOther() throws Exception {
        try (RawServer server = RawServer.sending(Streams.TYPE, Streams.multipart(List.of(Jpegs.grey(64, 48, 77))));
                CameraSession session = open(server)) {
            session.start(session.modes().get(0));
            sink.awaitFrames(1);
        }

        assertThat(sink.frames.get(0).pixel(3, 3)).satisfies(Jpegs.near(new Color(77, 77, 77)));
    }

    @Test
    void ofPicturesThatWaitOnlyTheNewestIsDecoded() throws Exception {
        List<byte[]> waiting = IntStream.range(0, 40).mapToObj(Jpegs::whole).toList();
        CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(Streams.TYPE));
                    out.write(Streams.multipart(waiting));
                    sent.countDown();
                    new CountDownLatch(1).await();
                });
                CameraSession session = open(server)) {
            sent.await(); // all of it waits in the sockets
            session.start(MODE);
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> sink.frames.stream().anyMatch(frame -> frame.sequence() == 39));
        }

        // A picture is taken for the last one if the one behind it is smaller.
        assertThat(sink.frames).hasSizeLessThan(5);
        assertThat(sink.frames.get(sink.frames.size() - 1).pixel(5, 5)).satisfies(Jpegs.near(Jpegs.background(39)));
    }

    @Test
    void aStreamWithoutPicturesIsRefused() throws Exception {
        try (RawServer server = RawServer.sending(Streams.TYPE, new byte[200_000])) {
            assertThatThrownBy(() -> open(server))
                    .isInstanceOf(CameraException.class)
                    .hasMessageContaining("no JPEG picture within 100000 bytes");
        }
    }

    @Test
    void theEndOfTheConnectionIsTold() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(Streams.TYPE));
                    out.write(Streams.multipart(List.of(Jpegs.whole(1))));
                });
                CameraSession session = NetworkCamera.device(Plans.of(server.url("/stream?pwd=hidden")))
                        .open(sink)) {
            session.start(MODE);
            sink.awaitEnd();

            assertThat(sink.ends).containsExactly(EndCause.LOST);
            assertThat(sink.messages).containsExactly(server.url("/stream") + ": the stream is over");
        }
    }

    @Test
    void aServerThatStopsInTheMiddleOfAPictureIsLostAfterTheReadDeadline() throws Exception {
        byte[] body = Streams.multipart(List.of(Jpegs.whole(1), Jpegs.whole(2)));
        byte[] begun = Arrays.copyOf(body, body.length - 500);
        try (RawServer server = RawServer.sending(Streams.TYPE, begun);
                CameraSession session = NetworkCamera.device(Plans.of(server.url("/stream"), 30_000, 200))
                        .open(sink)) {
            session.start(MODE);
            sink.awaitEnd();

            assertThat(sink.frames).hasSize(1);
            assertThat(sink.ends).containsExactly(EndCause.LOST);
            assertThat(sink.messages).containsExactly(server.url("/stream") + ": no picture within 200 ms");
        }
    }

    @Test
    void aServerThatTricklesIsLostAfterTheReadDeadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(Streams.TYPE));
                    out.write(Streams.multipart(List.of(Jpegs.whole(1))));
                    trickle(out, never);
                });
                CameraSession session = NetworkCamera.device(Plans.of(server.url("/stream"), 30_000, 400))
                        .open(sink)) {
            session.start(MODE);
            sink.awaitEnd();

            assertThat(sink.messages).containsExactly(server.url("/stream") + ": no picture within 400 ms");
        }
    }

    @Test
    void aServerThatNeverAnswersOrTricklesEndsWithTheOpenDeadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer deaf = new RawServer((request, out) -> never.await());
                RawServer slow = new RawServer((request, out) -> {
                    out.write("HTTP/1.0 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                    trickle(out, never);
                })) {
            assertThat(failure(Plans.of(deaf.url("/stream"), 200, 30_000)))
                    .hasMessage(deaf.url("/stream") + ": no answer within 200 ms");
            assertThat(failure(Plans.of(slow.url("/stream"), 400, 30_000)))
                    .hasMessage(slow.url("/stream") + ": no answer within 400 ms");
        }
        awaitNoThread();
    }

    private static void trickle(OutputStream out, CountDownLatch never) throws IOException, InterruptedException {
        while (!never.await(20, TimeUnit.MILLISECONDS)) {
            out.write('x');
            out.flush();
        }
    }

    @Test
    void aStillImageIsFetchedAgainAndAgainAlsoAsPng() throws Exception {
        for (String format : List.of("jpeg", "png")) {
            PictureSink pictures = new PictureSink();
            try (RawServer server = new RawServer((request, out) -> {
                        out.write(RawServer.head("image/" + format));
                        out.write(Jpegs.image(7, 64, 48, format));
                    });
                    CameraSession session =
                            NetworkCamera.device(Plans.of(server.url("/photo"))).open(pictures)) {
                assertThat(session.modes()).containsExactly(new VideoMode(64, 48, 2, PixelFormat.BGR24));
                session.start(session.modes().get(0));
                pictures.awaitFrames(3);
                assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
            }
            assertThat(pictures.frames.get(2).pixel(1, 1)).satisfies(Jpegs.near(Jpegs.background(7)));
        }
    }

    @Test
    void aStillCameraThatGoesAwayIsLostAfterTheReadDeadline() throws Exception {
        RawServer server = new RawServer((request, out) -> {
            out.write(RawServer.head("image/jpeg"));
            out.write(Jpegs.whole(1));
        });
        try (CameraSession session = NetworkCamera.device(Plans.of(server.url("/photo"), 30_000, 300))
                .open(sink)) {
            session.start(session.modes().get(0));
            sink.awaitFrames(1);
            server.close();
            sink.awaitEnd();

            assertThat(sink.ends).containsExactly(EndCause.LOST);
            assertThat(sink.messages.get(0)).startsWith(server.url("/photo") + ": ");
        }
    }

    @Test
    void errorsOfTheServerAreToldWithTheAddressAndWithoutCredentials() throws Exception {
        assertThat(failure("HTTP/1.0 404 Not Found\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageEndingWith("/stream: Server returned 404 Not Found");
        assertThat(failure("HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DENIED))
                .hasMessageContaining("401 Unauthorized");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageEndingWith("the server sent text/html; multipart/x-mixed-replace or image/jpeg is needed");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: image/jpeg\r\n\r\nnonsense"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("cannot be decoded");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: " + Streams.TYPE + "\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageContaining("without a JPEG");
        assertThat(failure("nonsense\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
    }

    private CameraException failure(String answer) throws Exception {
        try (RawServer server =
                new RawServer((request, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)))) {
            String url = server.url("/stream").replace("http://", "http://john:pass-word@");
            return failure(Plans.of(url + "?token=top-secret"));
        }
    }

    private CameraException failure(CameraPlan plan) {
        try (CameraSession session = NetworkCamera.device(plan).open(sink)) {
            throw new AssertionError("opened: " + session.modes());
        } catch (CameraException e) {
            assertThat(e.getMessage())
                    .startsWith(plan.url().address() + ": ")
                    .doesNotContain("john", "pass-word", "top-secret");
            return e;
        }
    }

    @Test
    void aRefusedConnectionAndAnUnknownHostAreTold() {
        assertThat(failure(Plans.of("http://127.0.0.1:1/stream")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessageContaining("Connection refused");
        assertThat(failure(Plans.of("http://no-such-host.invalid/stream")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                .hasMessage("http://no-such-host.invalid/stream: unknown host no-such-host.invalid");
    }

    @Test
    void credentialsReachTheServerAndNobodyElse() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            if (!request.contains("Authorization: Basic ")) {
                out.write("HTTP/1.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            out.write(RawServer.head(Streams.TYPE));
            out.write(Streams.multipart(List.of(Jpegs.whole(1))));
        })) {
            CameraPlan plan = Plans.of(
                    server.url("/stream").replace("http://", "http://old:word@") + "?token=abc",
                    Map.of("username", "jo hn", "password", "p@ss:w/o%rd"));
            try (CameraSession session = NetworkCamera.device(plan).open(sink)) {
                session.start(MODE);
                sink.awaitFrames(1);
            }
            String login = Base64.getEncoder().encodeToString("jo hn:p@ss:w/o%rd".getBytes(StandardCharsets.UTF_8));
            assertThat(server.requests())
                    .anySatisfy(request -> assertThat(request).contains("Basic " + login, "GET /stream?token=abc "));
        }
    }

    @Test
    void interruptingTheThreadEndsOpening() throws Exception {
        try (RawServer server = new RawServer((request, out) -> new CountDownLatch(1).await())) {
            CameraException[] failure = new CameraException[1];
            Thread opener = new Thread(() -> failure[0] = failure(Plans.of(server.url("/stream"))));
            opener.start();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !server.requests().isEmpty());
            opener.interrupt();
            opener.join(30_000);

            assertThat(failure[0]).hasMessage(server.url("/stream") + ": interrupted");
            awaitNoThread();
        }
    }

    @Test
    void closingTheDeviceEndsAnOpeningAndABlockedRead() throws Exception {
        try (RawServer silent = new RawServer((request, out) -> new CountDownLatch(1).await());
                RawServer stalling = RawServer.sending(Streams.TYPE, Streams.multipart(List.of(Jpegs.whole(1))))) {
            WebcamDevice opening = NetworkCamera.device(Plans.of(silent.url("/stream")));
            WebcamDevice reading = NetworkCamera.device(Plans.of(stalling.url("/stream")));
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
            session.start(MODE);
            sink.awaitFrames(1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !silent.requests().isEmpty());

            opening.close();
            reading.close();
            opener.join(30_000);

            assertThat(failure[0]).hasMessage(silent.url("/stream") + ": closed");
            awaitNoThread();
            assertThat(sink.ends).isEmpty();
            assertThatThrownBy(session::settings).hasMessageContaining("the session is closed");
            assertThatThrownBy(() -> reading.open(sink)).hasMessageContaining("the provider is stopping");
        }
    }

    @Test
    void manyCamerasAtOnceEndTogether() throws Exception {
        try (RawServer server = RawServer.sending(Streams.TYPE, Streams.multipart(List.of(Jpegs.whole(1))))) {
            List<PictureSink> sinks =
                    Stream.generate(PictureSink::new).limit(25).toList();
            WebcamDevice device = NetworkCamera.device(Plans.of(server.url("/stream")));
            for (PictureSink each : sinks) {
                device.open(each).start(MODE);
                each.awaitFrames(1);
            }
            device.close();

            awaitNoThread();
            assertThat(sinks).allSatisfy(each -> assertThat(each.ends).isEmpty());
        }
    }

    private CameraSession open(RawServer server) throws CameraException {
        return NetworkCamera.device(Plans.of(server.url("/stream"))).open(sink);
    }

    static void awaitNoThread() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("camera-test")));
    }
}
