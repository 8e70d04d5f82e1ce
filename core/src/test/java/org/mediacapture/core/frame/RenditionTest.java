// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;

/** What is made of a frame is made when somebody asks, and once for all who do (ARCHITECTURE.md, section 5). */
class RenditionTest {
    private static final FrameOptions DIRECT = new FrameOptions(1, true);

    private final Lender lender = new Lender();

    @AfterEach
    void everyBufferComesBack() {
        lender.assertAllIsBack();
    }

    @Test
    void aCompressedFrameThatOnlyPassesIsNeverDecoded() {
        try (VideoFrame frame = lender.frame(jpeg(Jpegs.WHOLE), 1, 1).open()) {
            assertThat(frame.format()).isEqualTo(PixelFormat.MJPEG);
        }
        assertThat(lender.decoded).hasValue(0);
    }

    @Test
    void itIsDecodedOnceForAllTracksAndConsumers() {
        VirtualScheduler scheduler = new VirtualScheduler();
        FrameFanout fanout = new FrameFanout(scheduler, lender.codecs());
        List<VideoFrame> seen = new ArrayList<>();
        for (int width : new int[] {64, 32, 32, 16}) {
            TrackFeed track = new TrackFeed(scheduler);
            track.shape(new Output(width, width * 3 / 4, 30, true));
            fanout.addTrack(track);
            track.subscribe(DIRECT, seen::add, () -> {});
            track.subscribe(FrameOptions.latest(), seen::add, () -> {});
        }
        fanout.begin(() -> {});
        SharedFrame lent = lender.frame(jpeg(Jpegs.WHOLE), 0, 0);
        fanout.deliver(lent.data(), 0, 0, lent::release);
        scheduler.settle();
        VideoFrame pixels = seen.get(0).pixels();
        VideoFrame bgra = seen.get(0).convert(PixelFormat.BGRA);
        VideoFrame again = seen.get(0).convert(PixelFormat.BGRA, 64, 48);

        assertThat(seen)
                .extracting(frame -> frame.visible().width())
                .containsExactlyInAnyOrder(64, 64, 32, 32, 32, 32, 16, 16);
        assertThat(lender.decoded).hasValue(1);
        assertThat(lender.scaled).as("two sizes, one format").hasValue(3);
        assertThat(bgra.plane(0)).isEqualTo(again.plane(0));
        seen.forEach(VideoFrame::close);
        assertThat(pixels.plane(0).remaining()).as("outlives the frame").isPositive();
        List.of(pixels, bgra, again).forEach(VideoFrame::close);
    }

    @Test
    void whatIsMadeHasTheNumberTheTimeAndTheVisiblePart() {
        PixelRect part = new PixelRect(30, 24, 10, 8);
        FrameData whole = jpeg(Jpegs.WHOLE);
        FrameData seen = new FrameData(whole.format(), whole.planes(), 64, 48, part, 90, whole.colorSpace());
        try (VideoFrame frame = lender.frame(seen, 5, 55).open();
                VideoFrame pixels = frame.pixels();
                VideoFrame bgra = frame.convert(PixelFormat.BGRA);
                VideoFrame small = pixels.convert(PixelFormat.BGRA, 5, 4)) {
            assertThat(List.of(pixels, bgra, small))
                    .extracting(VideoFrame::sequence)
                    .containsOnly(5L);
            assertThat(List.of(pixels, bgra, small))
                    .extracting(VideoFrame::timestamp)
                    .containsOnly(55L);
            assertThat(List.of(pixels, bgra, small))
                    .extracting(VideoFrame::rotation)
                    .containsOnly(90);
            assertThat(pixels.visible()).isEqualTo(part);
            assertThat(bgra.visible()).isEqualTo(PixelRect.ofSize(10, 8));
            assertThat(small.visible()).isEqualTo(PixelRect.ofSize(5, 4));
        }
    }

    @Test
    void aFrameThatIsAsWantedIsSharedAsItIs() {
        try (VideoFrame frame =
                lender.frame(Pictures.gradient(PixelFormat.I420, 8, 6), 1, 1).open()) {
            VideoFrame pixels = frame.pixels();
            VideoFrame same = frame.convert(PixelFormat.I420);
            VideoFrame sized = frame.convert(PixelFormat.I420, 8, 6);
            frame.close();
            assertThat(lender.cameraReleases).hasValue(0);
            List.of(pixels, same, sized).forEach(VideoFrame::close);
        }
        assertThat(lender.scaled).hasValue(0);
    }

    @Test
    void anIncompleteFrameFailsForAllAndIsTriedOnce() {
        try (VideoFrame frame = lender.frame(jpeg(Jpegs.HALF), 1, 1).open()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(frame::pixels)
                        .isInstanceOf(MediaException.class)
                        .hasMessageContaining("incomplete");
                assertThatThrownBy(() -> frame.convert(PixelFormat.BGRA)).isInstanceOf(MediaException.class);
            }
        }
    }

    @Test
    void whatCannotBeMadeIsRefusedByName() {
        VideoFrame frame =
                lender.frame(Pictures.gradient(PixelFormat.I420, 8, 6), 1, 1).open();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frame.convert(PixelFormat.MJPEG))
                .withMessageContaining("MJPEG is compressed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frame.convert(PixelFormat.BGRA, 0, 6))
                .withMessageContaining("0x6");
        frame.close();

        assertThatIllegalStateException().isThrownBy(frame::pixels);
        assertThatIllegalStateException().isThrownBy(() -> frame.convert(PixelFormat.BGRA));
        assertThatIllegalStateException().isThrownBy(() -> frame.convert(PixelFormat.BGRA, 8, 6));
    }

    @Test
    void receiversOnManyThreadsShareOnePictureWhileOthersCloseTheFrame() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int rounds = 200;
        try {
            for (int round = 0; round < rounds; round++) {
                VideoFrame frame = lender.frame(jpeg(Jpegs.WHOLE), round, round).open();
                CountDownLatch done = new CountDownLatch(4);
                for (int receiver = 0; receiver < 4; receiver++) {
                    boolean closes = receiver == 3;
                    threads.execute(() -> {
                        if (closes) {
                            frame.close();
                        } else {
                            convertUnlessClosed(frame);
                        }
                        done.countDown();
                    });
                }
                assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(lender.decoded.get()).isLessThanOrEqualTo(rounds);
        assertThat(lender.cameraReleases).hasValue(rounds);
    }

    private static void convertUnlessClosed(VideoFrame frame) {
        try (VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            bgra.plane(0).get(0);
        } catch (IllegalStateException closed) {
            assertThat(closed).hasMessageContaining("closed");
        }
    }

    private static FrameData jpeg(byte[] file) {
        return FrameData.of(
                PixelFormat.MJPEG, List.of(Plane.compressed(ByteBuffer.wrap(file))), 64, 48, ColorSpace.JPEG);
    }
}
