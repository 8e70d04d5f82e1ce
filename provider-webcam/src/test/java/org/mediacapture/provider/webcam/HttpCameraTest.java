// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.HttpCameraContract;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.fixtures.MultipartStream;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RawServer;
import org.mediacapture.testkit.ReceivedFrame;
import org.mediacapture.testkit.RecordingSink;
import org.mediacapture.testkit.RecordingSink.End;

class HttpCameraTest extends HttpCameraContract<WebcamDevice> {
    private static final VideoMode MODE = new VideoMode(320, 240, 25, PixelFormat.BGR24);

    HttpCameraTest() {
        super(PixelFormat.BGR24);
    }

    @Override
    protected CameraPlan plan(String url, Map<String, Object> values) {
        return Plans.of(url, values);
    }

    @Override
    protected WebcamDevice device(CameraPlan plan) {
        return NetworkCamera.device(plan);
    }

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
                    out.write(RawServer.head(MultipartStream.TYPE));
                    for (int i = 0; i < frames.length; i++) {
                        assertThat(sink.awaitFrames(frames[i])).isTrue();
                        out.write(MultipartStream.of(List.of(sent.get(i))));
                        out.flush();
                    }
                    new CountDownLatch(1).await();
                });
                CameraSession session = open(server)) {
            assertThat(session.modes()).containsExactly(MODE);
            session.start(MODE);
            assertThat(sink.awaitFrames(4)).isTrue();
        }

        assertThat(sink.frames()).extracting(ReceivedFrame::sequence).containsExactly(0L, 1L, 3L, 4L);
        assertThat(sink.frames()).extracting(ReceivedFrame::thread).containsOnly("camera-test");
        assertThat(Colors.at(sink.frames().get(0), 5, 5)).satisfies(Colors.near(Jpegs.background(1)));
        assertThat(Colors.at(sink.frames().get(1), 5, 5)).satisfies(Colors.near(Jpegs.background(2)));
        assertThat(Colors.at(sink.frames().get(2), 5, 5)).satisfies(Colors.near(Jpegs.background(4)));
    }

    @Test
    void aGreyPictureIsLentAsEveryOther() throws Exception {
        try (RawServer server = MultipartStream.serving(List.of(Jpegs.grey(64, 48, 77)));
                CameraSession session = open(server)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        assertThat(Colors.at(sink.frames().get(0), 3, 3)).satisfies(Colors.near(new Color(77, 77, 77)));
    }

    @Test
    void ofPicturesThatWaitOnlyTheNewestIsDecoded() throws Exception {
        List<byte[]> waiting = IntStream.range(0, 40).mapToObj(Jpegs::whole).toList();
        CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out) -> {
                    out.write(RawServer.head(MultipartStream.TYPE));
                    out.write(MultipartStream.of(waiting));
                    sent.countDown();
                    new CountDownLatch(1).await();
                });
                CameraSession session = open(server)) {
            sent.await(); // all of it waits in the sockets
            session.start(MODE);
            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> sink.frames().stream().anyMatch(frame -> frame.sequence() == 39));
        }

        // A picture is taken for the last one if the one behind it is smaller.
        assertThat(sink.frames()).hasSizeLessThan(5);
        assertThat(Colors.at(sink.frames().get(sink.frames().size() - 1), 5, 5))
                .satisfies(Colors.near(Jpegs.background(39)));
    }

    @Test
    void aStreamWithoutPicturesIsRefused() throws Exception {
        try (RawServer server = RawServer.sending(MultipartStream.TYPE, new byte[200_000])) {
            assertThatThrownBy(() -> open(server))
                    .isInstanceOf(CameraException.class)
                    .hasMessageContaining("no JPEG picture within 100000 bytes");
        }
    }

    @Test
    void aStillImageIsFetchedAgainAndAgainAlsoAsPng() throws Exception {
        for (String format : List.of("jpeg", "png")) {
            RecordingSink pictures = RecordingSink.copying(PATIENCE);
            try (RawServer server = new RawServer((request, out) -> {
                        out.write(RawServer.head("image/" + format));
                        out.write(Jpegs.image(7, 64, 48, format));
                    });
                    CameraSession session =
                            device(Plans.of(server.url("/photo"))).open(pictures)) {
                assertThat(session.modes()).containsExactly(new VideoMode(64, 48, 2, PixelFormat.BGR24));
                session.start(session.modes().get(0));
                assertThat(pictures.awaitFrames(3)).isTrue();
                assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
            }
            assertThat(Colors.at(pictures.frames().get(2), 1, 1)).satisfies(Colors.near(Jpegs.background(7)));
        }
    }

    @Test
    void aStillCameraThatGoesAwayIsLostAfterTheReadDeadline() throws Exception {
        RawServer server = new RawServer((request, out) -> {
            out.write(RawServer.head("image/jpeg"));
            out.write(Jpegs.whole(1));
        });
        try (CameraSession session = device(Plans.of(server.url("/photo"), Map.of("read.deadline", 300L)))
                .open(sink)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
            server.close();
            assertThat(sink.awaitEnd()).isTrue();

            assertThat(sink.ends()).extracting(End::cause).containsExactly(EndCause.LOST);
            assertThat(sink.ends().get(0).message()).startsWith(server.url("/photo") + ": ");
        }
    }

    @Test
    void whatIsNoCameraIsTold() throws Exception {
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"))
                .hasMessageEndingWith("the server sent text/html; multipart/x-mixed-replace or image/jpeg is needed");
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: image/jpeg\r\n\r\nnonsense"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("cannot be decoded");
        assertThat(failure("nonsense\r\n\r\n"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
    }
}
