// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/** A disabled track delivers black, and its counters stand still. */
@Rule("TRK-2")
class DisabledTrackTest {
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

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "NV12", "GRAY8"})
    void aBlackFrameHasTheSizeNumberAndTimeOfTheCameras(PixelFormat format) {
        feed.subscribe(DIRECT, seen::add, () -> {});
        feed.enable(false);
        FrameData picture = Pictures.gradient(format, 33, 25);
        lender.offer(picture, 7, feed);

        VideoFrame frame = seen.get(0);
        assertThat(lender.cameraReleases)
                .as("the camera's buffer is back at once")
                .hasValue(1);
        assertThat(frame.visible()).isEqualTo(PixelRect.ofSize(33, 25));
        assertThat(frame.sequence()).isEqualTo(7);
        assertThat(frame.timestamp()).isEqualTo(7 * 33_333_333L);
        assertBlack(frame);
    }

    @Test
    void aBlackFrameOfAShapedTrackHasTheOutputsSizeAndRate() {
        feed.shape(new Output(20, 10, 10, true));
        feed.enable(false);
        feed.subscribe(DIRECT, seen::add, () -> {});
        for (int number = 0; number < 7; number++) {
            lender.offer(Pictures.gradient(PixelFormat.I420, 64, 48), number, feed);
        }

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(0L, 3L, 6L);
        assertThat(seen).extracting(VideoFrame::visible).containsOnly(PixelRect.ofSize(20, 10));
        seen.forEach(DisabledTrackTest::assertBlack);
        assertThat(lender.scaled).hasValue(0);
    }

    @Test
    void aSizeSharesItsBytes() {
        SharedFrame one = lender.frame(Pictures.gradient(PixelFormat.I420, 8, 8), 1, 1);
        SharedFrame two = lender.frame(Pictures.gradient(PixelFormat.I420, 8, 8), 2, 2);
        TrackPicture picture = TrackPicture.ofCamera().enabled(false);

        SharedFrame first = (SharedFrame) picture.of(one);
        SharedFrame second = (SharedFrame) picture.of(two);

        assertThat(first.data()).isSameAs(second.data());
        assertThat(first.data().planes()).allMatch(plane -> plane.buffer().isReadOnly());
        List.of(one, two, first, second).forEach(SharedFrame::release);
    }

    @Test
    void picturesThatWaitAreNotDeliveredAfterDisabling() {
        FrameSubscription subscription = feed.subscribe(new FrameOptions(4, false), seen::add, () -> {});
        FrameData picture = Pictures.gradient(PixelFormat.I420, 8, 8);
        lender.offer(picture, 0, feed);
        lender.offer(picture, 1, feed);

        feed.enable(false);
        assertThat(lender.cameraReleases).hasValue(2);
        lender.offer(picture, 2, feed);
        scheduler.settle();
        feed.enable(true);
        lender.offer(picture, 3, feed);
        scheduler.settle();

        assertThat(seen).extracting(VideoFrame::sequence).containsExactly(2L, 3L);
        assertBlack(seen.get(0));
        assertThat(Pictures.visibleSample(seen.get(1), 0, 3, 3)).isEqualTo(Pictures.sample(0, 3, 3));
        assertThat(subscription.discarded()).isEqualTo(2);
    }

    @Test
    void shapingADisabledTrackKeepsItBlack() {
        feed.enable(false);
        feed.subscribe(DIRECT, seen::add, () -> {});
        feed.shape(new Output(6, 4, 30, true));
        lender.offer(Pictures.gradient(PixelFormat.I420, 8, 8), 0, feed);
        feed.shape(new Output(8, 8, 30, false));
        lender.offer(Pictures.gradient(PixelFormat.I420, 8, 8), 1, feed);

        assertThat(seen)
                .extracting(VideoFrame::visible)
                .containsExactly(PixelRect.ofSize(6, 4), PixelRect.ofSize(8, 8));
        seen.forEach(DisabledTrackTest::assertBlack);
    }

    @Test
    void framesAreCountedWhileTheTrackIsEnabledAlsoWithoutReaders() {
        FrameData picture = Pictures.gradient(PixelFormat.GRAY8, 4, 4);
        feed.shape(new Output(4, 4, 10, true));
        for (int number = 0; number < 6; number++) {
            lender.offer(picture, number, feed);
        }
        assertThat(feed.stats()).isEqualTo(new FeedStats(2, 4, 6));
        lender.offer(picture, 9, feed);
        assertThat(feed.stats()).as("three were lost").isEqualTo(new FeedStats(3, 4, 10));

        feed.enable(false);
        lender.offer(picture, 10, feed);
        lender.offer(picture, 15, feed);
        assertThat(feed.stats()).as("disabled").isEqualTo(new FeedStats(3, 4, 10));

        feed.enable(true);
        feed.shape(new Output(4, 4, 30, false));
        lender.offer(picture, 16, feed);
        assertThat(feed.stats()).isEqualTo(new FeedStats(4, 4, 11));
    }

    @Test
    void framesThatPassWhileTheCameraIsMutedAreNotLost() {
        FrameFanout fanout = new FrameFanout(scheduler, lender.codecs());
        fanout.addTrack(feed);
        fanout.begin(() -> {});
        FrameData picture = Pictures.gradient(PixelFormat.GRAY8, 4, 4);
        for (int number = 0; number < 6; number++) {
            fanout.openTracks(number < 2 || number > 3);
            fanout.deliver(picture, number, number, () -> {});
        }

        assertThat(feed.stats()).isEqualTo(new FeedStats(4, 0, 4));
    }

    static void assertBlack(VideoFrame frame) {
        assertThat(frame.format()).isEqualTo(PixelFormat.I420);
        assertThat(frame.colorSpace()).isEqualTo(ColorSpace.JPEG);
        for (int plane = 0; plane < 3; plane++) {
            ByteBuffer bytes = frame.plane(plane);
            int rows = PixelFormat.I420.planeHeight(plane, frame.visible().height());
            assertThat(bytes.remaining()).isEqualTo(rows * frame.rowStride(plane));
            assertThat(frame.rowStride(plane))
                    .isEqualTo(
                            PixelFormat.I420.planeWidth(plane, frame.visible().width()));
            while (bytes.hasRemaining()) {
                assertThat(bytes.get()).isEqualTo((byte) (plane == 0 ? 0 : 128));
            }
        }
    }
}
