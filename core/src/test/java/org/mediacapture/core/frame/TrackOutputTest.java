// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
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
import org.mediacapture.stream.FrameSubscription;

/** What a track makes of the frames of its camera. */
class TrackOutputTest {
    private static final FrameOptions DIRECT = new FrameOptions(1, true);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Lender lender = new Lender();
    private final TrackFeed feed = new TrackFeed(scheduler);
    private final List<VideoFrame> seen = new ArrayList<>();

    @AfterEach
    void everyBufferComesBack() {
        scheduler.settle();
        seen.forEach(VideoFrame::close);
        feed.end();
        lender.assertAllIsBack();
    }

    @Test
    @Rule("RES-3")
    void withoutCropAndScaleTheCamerasFramesAreUntouched() {
        FrameData picture = Pictures.gradient(PixelFormat.I420, 32, 24);
        feed.shape(new Output(16, 12, 1, false));
        feed.subscribe(DIRECT, seen::add, () -> {});
        for (int number = 0; number < 5; number++) {
            lender.offer(picture, number, feed);
        }

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(seen).extracting(VideoFrame::visible).containsOnly(PixelRect.ofSize(32, 24));
        assertThat(lender.scaled).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "I422", "I444", "NV12", "GRAY8"})
    @Rule("RES-3")
    void aCroppedFrameIsTheMiddleOfTheSameBytes(PixelFormat format) {
        feed.shape(new Output(20, 24, 30, true));
        feed.subscribe(DIRECT, seen::add, () -> {});

        lender.offer(Pictures.gradient(format, 32, 24), 0, feed);

        VideoFrame frame = seen.get(0);
        assertThat(frame.visible()).isEqualTo(new PixelRect(6, 0, 20, 24));
        assertThat(frame.codedWidth()).isEqualTo(32);
        assertThat(frame.colorSpace()).isEqualTo(ColorSpace.BT709);
        for (int plane = 0; plane < format.planes(); plane++) {
            int left = 6 * format.planeWidth(plane, 2) / 2;
            for (int y = 0; y < format.planeHeight(plane, 24); y++) {
                for (int x = 0; x < format.planeWidth(plane, 20); x++) {
                    assertThat(Pictures.visibleSample(frame, plane, x, y))
                            .isEqualTo(Pictures.sample(plane, left + x, y));
                }
            }
        }
        assertThat(lender.scaled).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Rule({"RES-1", "RES-3"})
    void aScaledFrameHasTheOutputsSizeAndIsMadeOnce(boolean direct) {
        FrameData picture = Pictures.gradient(PixelFormat.I420, 64, 48);
        feed.shape(new Output(16, 12, 30, true));
        for (int consumer = 0; consumer < 3; consumer++) {
            feed.subscribe(new FrameOptions(2, direct), seen::add, () -> {});
        }
        lender.offer(picture, 0, feed);
        assertThat(lender.scaled).as("not on the capture thread").hasValue(direct ? 1 : 0);
        scheduler.settle();
        assertThat(lender.cameraReleases).as("the camera's buffer is back").hasValue(1);
        lender.offer(picture, 1, feed);
        scheduler.settle();

        assertThat(seen).hasSize(6);
        assertThat(seen).extracting(VideoFrame::format).containsOnly(PixelFormat.I420);
        assertThat(seen).extracting(VideoFrame::visible).containsOnly(PixelRect.ofSize(16, 12));
        assertThat(seen).extracting(VideoFrame::sequence).containsExactlyInAnyOrder(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(lender.scaled).hasValue(2);
        // the mean of columns and rows 4 to 7: 3 * 5.5 + 2 * 5.5
        assertThat(Pictures.visibleSample(seen.get(0), 0, 1, 1)).isBetween(27, 28);
    }

    @Test
    @Rule("RES-3")
    void aFrameIsCroppedBeforeItIsScaled() {
        feed.shape(new Output(12, 12, 30, true));
        feed.subscribe(DIRECT, seen::add, () -> {});

        lender.offer(Pictures.gradient(PixelFormat.GRAY8, 64, 48), 0, feed);

        assertThat(seen.get(0).visible()).isEqualTo(PixelRect.ofSize(12, 12));
        // columns 8 to 11 and rows 0 to 3: 3 * 9.5 + 2 * 1.5
        assertThat(Pictures.visibleSample(seen.get(0), 0, 0, 0)).isBetween(31, 32);
    }

    @Test
    @Rule("RES-3")
    void aFrameThatIsTooSmallIsNotEnlarged() {
        feed.shape(new Output(1280, 720, 30, true));
        feed.subscribe(DIRECT, seen::add, () -> {});

        lender.offer(Pictures.gradient(PixelFormat.I420, 64, 48), 0, feed);

        assertThat(seen.get(0).visible()).isEqualTo(new PixelRect(0, 6, 64, 36));
        assertThat(lender.scaled).hasValue(0);
    }

    @Test
    @Rule("RES-3")
    void jpegFramesAreDecodedOnlyWhenTheirSizeIsNotTheOutputs() {
        feed.subscribe(DIRECT, seen::add, () -> {});
        feed.shape(new Output(64, 48, 30, true));
        lender.offer(jpeg(), 0, feed);
        feed.shape(new Output(32, 48, 30, true));
        lender.offer(jpeg(), 1, feed);
        feed.shape(new Output(32, 24, 30, true));
        lender.offer(jpeg(), 2, feed);

        assertThat(seen)
                .extracting(VideoFrame::format)
                .containsExactly(PixelFormat.MJPEG, PixelFormat.BGR24, PixelFormat.BGR24);
        assertThat(seen.get(1).visible()).isEqualTo(new PixelRect(16, 0, 32, 48));
        assertThat(seen.get(2).visible()).isEqualTo(PixelRect.ofSize(32, 24));
        assertThat(lender.decoded).hasValue(2);
        assertThat(lender.scaled).hasValue(1);
    }

    @Test
    void rotationIsKept() {
        FrameData upright = Pictures.gradient(PixelFormat.I420, 64, 48);
        FrameData turned =
                new FrameData(upright.format(), upright.planes(), 64, 48, upright.visible(), 90, upright.colorSpace());
        feed.subscribe(DIRECT, seen::add, () -> {});
        for (int width : new int[] {64, 32}) {
            feed.shape(new Output(width, width / 2, 30, true));
            lender.offer(turned, width == 64 ? 0 : 1, feed);
        }

        assertThat(seen).extracting(VideoFrame::rotation).containsExactly(90, 90);
        assertThat(seen).extracting(VideoFrame::colorSpace).containsOnly(ColorSpace.BT709);
    }

    @Test
    void aFrameThatCannotBeBroughtIntoShapeIsPassedOverAndTheNextIsDelivered() {
        feed.shape(new Output(32, 24, 30, true));
        FrameSubscription one = feed.subscribe(new FrameOptions(2, false), seen::add, () -> {});
        FrameSubscription other = feed.subscribe(DIRECT, seen::add, () -> {});
        lender.offer(half(), 0, feed);
        lender.offer(jpeg(), 1, feed);
        scheduler.settle();

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(1L, 1L);
        assertThat(List.of(one.discarded(), other.discarded())).containsExactly(1L, 1L);
        assertThat(List.of(one.delivered(), other.delivered())).containsExactly(1L, 1L);
        assertThat(lender.decoded).hasValue(1);
    }

    @Test
    void aScaledFrameThatNobodyOpensIsNeverScaled() {
        feed.shape(new Output(16, 12, 30, true));
        FrameSubscription slow = feed.subscribe(FrameOptions.latest(), seen::add, () -> {});
        FrameSubscription closed = feed.subscribe(FrameOptions.latest(), seen::add, () -> {});
        FrameData picture = Pictures.gradient(PixelFormat.NV12, 64, 48);
        for (int number = 0; number < 4; number++) {
            lender.offer(picture, number, feed);
        }
        assertThat(lender.cameraReleases).hasValue(3);
        closed.close();
        scheduler.settle();

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(3L);
        assertThat(lender.scaled).hasValue(1);
        assertThat(slow.discarded()).isEqualTo(3);

        lender.offer(picture, 4, feed);
        slow.close();
        assertThat(lender.cameraReleases).as("closed before it was scaled").hasValue(5);
        assertThat(lender.scaled).hasValue(1);
    }

    @Test
    void brokenCodecsKeepNothing() {
        lender.breakDown();
        feed.shape(new Output(16, 12, 30, true));
        feed.subscribe(DIRECT, seen::add, () -> {});
        feed.subscribe(new FrameOptions(4, false), seen::add, () -> {});
        for (int number = 0; number < 3; number++) {
            lender.offer(Pictures.gradient(PixelFormat.I420, 64, 48), number, feed);
            lender.offer(jpeg(), number + 10, feed);
        }
        scheduler.settle();

        assertThat(seen).isEmpty();
        lender.assertAllIsBack();
    }

    @Test
    @Rule({"RES-2", "RES-6"})
    void tracksOfOneCameraHaveTheirOwnSizesAndRates() {
        TrackFeed small = new TrackFeed(scheduler);
        small.shape(new Output(16, 12, 10, true));
        feed.shape(new Output(64, 36, 20, true));
        TrackFeed own = new TrackFeed(scheduler);
        own.shape(new Output(64, 48, 30, false));
        List<String> frames = new ArrayList<>();
        noting("own", own, frames);
        noting("large", feed, frames);
        noting("small", small, frames);
        FrameFanout fanout = new FrameFanout(scheduler, lender.codecs());
        List.of(own, feed, small).forEach(fanout::addTrack);
        fanout.begin(() -> {});
        FrameData picture = Pictures.gradient(PixelFormat.I420, 64, 48);
        for (int number = 0; number < 7; number++) {
            SharedFrame lent = lender.frame(picture, number, number);
            fanout.deliver(picture, number, Math.round(number * 1e9 / 30), lent::release);
        }

        assertThat(frames.stream().filter(frame -> frame.startsWith("own")))
                .containsExactlyElementsOf(LongStream.range(0, 7)
                        .mapToObj(number -> "own " + number + " 64x48")
                        .toList());
        assertThat(frames.stream().filter(frame -> frame.startsWith("large")))
                .containsExactly("large 0 64x36", "large 2 64x36", "large 3 64x36", "large 5 64x36", "large 6 64x36");
        assertThat(frames.stream().filter(frame -> frame.startsWith("small")))
                .containsExactly("small 0 16x12", "small 3 16x12", "small 6 16x12");
    }

    @Test
    void numbersOfATrackGrowStrictly() {
        feed.subscribe(DIRECT, seen::add, () -> {});
        FrameData picture = Pictures.gradient(PixelFormat.GRAY8, 4, 4);
        for (long number : new long[] {3, 5, 5, 4, 6}) {
            lender.offer(picture, number, feed);
        }

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(3L, 5L, 6L);
        assertThat(feed.stats()).isEqualTo(new FeedStats(3, 0, 4));
    }

    @Test
    void consumersOnDifferentThreadsShareOneScaledPicture() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 50; round++) {
                SharedFrame camera = lender.frame(Pictures.gradient(PixelFormat.I420, 64, 48), round, round);
                PendingFrame shaped = new ShapedFrame(camera, new CropAndScale(16, 12));
                CountDownLatch done = new CountDownLatch(8);
                for (int consumer = 0; consumer < 8; consumer++) {
                    boolean opens = consumer % 4 != 3;
                    shaped.hold();
                    threads.execute(() -> {
                        if (opens) {
                            shaped.open().close();
                        } else {
                            shaped.release();
                        }
                        done.countDown();
                    });
                }
                shaped.release();
                assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(lender.scaled).hasValue(round + 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anOutputWithoutASizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.shape(new Output(640, 0, 30, true)))
                .withMessageContaining("640x0");
    }

    private static void noting(String name, TrackFeed track, List<String> frames) {
        Consumer<VideoFrame> consumer = frame -> {
            try (frame) {
                frames.add(name + " " + frame.sequence() + " " + frame.visible().width() + "x"
                        + frame.visible().height());
            }
        };
        track.subscribe(DIRECT, consumer, () -> {});
    }

    private static FrameData jpeg() {
        return jpeg(Jpegs.WHOLE);
    }

    private static FrameData half() {
        return jpeg(Jpegs.HALF);
    }

    private static FrameData jpeg(byte[] file) {
        return FrameData.of(
                PixelFormat.MJPEG, List.of(Plane.compressed(ByteBuffer.wrap(file))), 64, 48, ColorSpace.JPEG);
    }
}
