// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.fixtures.HttpCameraContract;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.fixtures.MultipartStream;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.RawServer;
import org.mediacapture.testkit.ReceivedFrame;
import org.mediacapture.testkit.RecordingSink;

class HttpCameraTest extends HttpCameraContract<JavacvDevice> {
    private static Interrupts interrupts;

    HttpCameraTest() {
        super(PixelFormat.MJPEG);
    }

    @BeforeAll
    static void load() {
        FFmpeg.load();
        interrupts = new Interrupts();
    }

    @AfterAll
    static void free() {
        interrupts.close();
    }

    @Override
    protected CameraPlan plan(String url, Map<String, Object> values) {
        return Plans.of(url, values);
    }

    @Override
    protected JavacvDevice device(CameraPlan plan) {
        return Plans.device(plan, interrupts);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFrameHasTheBytesThatTheServerSent(boolean withLength) throws Exception {
        byte[] third = Jpegs.whole(3);
        List<byte[]> sent = List.of(
                Jpegs.whole(1), Jpegs.withoutTables(Jpegs.whole(2)), Jpegs.cutShort(third), third, Jpegs.whole(4));
        byte[] body = withLength ? MultipartStream.of(sent) : MultipartStream.withoutLengths(sent);
        try (RawServer server = RawServer.sending(MultipartStream.TYPE, body);
                CameraSession session = open(server)) {
            assertThat(session.modes()).containsExactly(new VideoMode(320, 240, 25, PixelFormat.MJPEG));
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(5)).isTrue();
        }

        assertThat(sink.frames()).extracting(ReceivedFrame::firstPlane).containsExactlyElementsOf(sent);
        assertThat(sink.frames()).extracting(ReceivedFrame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(sink.frames())
                .extracting(ReceivedFrame::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sink.frames()).extracting(ReceivedFrame::thread).containsOnly("camera-test");
    }

    @Test
    void aStreamThatBeginsWithAPictureCutShortIsOpenedByTheNextOne() throws Exception {
        byte[] cut = new byte[100];
        System.arraycopy(Jpegs.whole(1), 0, cut, 0, 100);
        try (RawServer server = MultipartStream.serving(List.of(cut, Jpegs.whole(2)));
                CameraSession session = open(server)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        assertThat(sink.frames()).extracting(ReceivedFrame::firstPlane).containsExactly(Jpegs.whole(2));
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
            assertThat(sink.awaitFrames(3)).isTrue();
            assertThat(server.requests()).hasSizeGreaterThanOrEqualTo(3);
        }

        assertThat(sink.frames())
                .extracting(ReceivedFrame::firstPlane)
                .allSatisfy(picture -> assertThat(picture).isEqualTo(jpeg));
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
            assertThat(sink.awaitFrames(2)).isTrue();
        }

        assertThat(sink.frames().get(1).data().planes()).hasSize(3);
        assertThat(sink.modes()).isEmpty();
    }

    @Test
    void stoppingEndsTheFramesAndStartingBringsThemAgain() throws Exception {
        try (RawServer server = MultipartStream.serving(Jpegs.several(2));
                CameraSession session = open(server)) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(2)).isTrue();
            session.stop();
            long before = sink.count();
            session.stop();
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(4)).isTrue();

            assertThat(before).isEqualTo(2);
            assertThat(sink.frames())
                    .extracting(ReceivedFrame::sequence)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(sink.ends()).isEmpty();
        }
    }

    @Test
    void withoutAFreeBufferFramesAreDroppedAndLentOnesStayAsTheyAre() throws Exception {
        RecordingSink keeping = RecordingSink.keeping(PATIENCE);
        List<byte[]> sent = Jpegs.several(SlotPool.SIZE + 5);
        byte[] body = MultipartStream.of(sent);
        try (RawServer server = new RawServer((request, out) -> {
            out.write(RawServer.head(MultipartStream.TYPE));
            out.write(body);
        })) {
            CameraSession session =
                    device(plan(server.url("/stream"), Map.of())).open(keeping);
            session.start(session.modes().get(0));
            assertThat(keeping.awaitEnd()).isTrue();
            session.close();

            assertThat(keeping.kept())
                    .extracting(ReceivedFrame::firstPlane)
                    .containsExactlyElementsOf(sent.subList(0, SlotPool.SIZE));
            keeping.releaseAll();
        }
    }

    @Test
    void whatIsNoPictureIsTold() throws Exception {
        assertThat(failure("HTTP/1.0 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 90000\r\n\r\n"
                        + "nonsense ".repeat(10_000)))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining("Invalid data");
    }
}
