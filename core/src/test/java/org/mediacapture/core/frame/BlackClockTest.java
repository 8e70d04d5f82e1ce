// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.select.Output;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;

/** Disabled tracks go on while their camera is released. */
@Rule("TRK-13")
class BlackClockTest {
    private static final FrameData PICTURE = Pictures.gradient(PixelFormat.I420, 8, 6);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final FrameFanout fanout = new FrameFanout(scheduler, new Lender().codecs());
    private final BlackClock clock = new BlackClock(scheduler, fanout);
    private final TrackFeed track = new TrackFeed(scheduler);
    private final List<VideoFrame> seen = new ArrayList<>();

    @BeforeEach
    void disableTheTrack() {
        track.enable(false);
        track.subscribe(new FrameOptions(1, true), seen::add, () -> {});
        fanout.addTrack(track);
    }

    @Test
    void blackFramesComeAtTheRateWithNumbersAndTimesThatGoOn() {
        fanout.begin(() -> {});
        long begun = scheduler.nanoTime();
        fanout.deliver(PICTURE, 40, begun, () -> {});
        clock.start(30, 8, 6);
        scheduler.advance(Duration.ofSeconds(100));

        assertThat(seen).hasSize(3001);
        for (int number = 0; number < seen.size(); number++) {
            assertThat(seen.get(number).sequence()).isEqualTo(number);
            assertThat(seen.get(number).timestamp()).isEqualTo(begun + Math.round(number * 1e9 / 30));
        }
        assertThat(seen.get(3000).visible()).isEqualTo(PixelRect.ofSize(8, 6));
        DisabledTrackTest.assertBlack(seen.get(3000));

        clock.stop();
        fanout.begin(() -> {});
        fanout.deliver(PICTURE, 0, scheduler.nanoTime(), () -> {});
        assertThat(seen.get(3001).sequence()).isEqualTo(3001);
        assertThat(seen.get(3001).timestamp()).isGreaterThan(seen.get(3000).timestamp());
    }

    @Test
    void theTracksOwnRateAndSizeStayInForce() {
        track.shape(new Output(4, 4, 10, true));
        clock.start(30, 8, 6);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(seen).hasSize(10);
        assertThat(seen).extracting(VideoFrame::visible).containsOnly(PixelRect.ofSize(4, 4));
    }

    @Test
    void stoppingIsFinalAndIdempotent() {
        clock.stop();
        clock.start(10, 8, 6);
        scheduler.advance(Duration.ofMillis(250));
        assertThat(seen).hasSize(2);

        clock.stop();
        clock.stop();
        scheduler.advance(Duration.ofSeconds(5));
        assertThat(seen).hasSize(2);
    }

    @Test
    void itCanBeStoppedFromWithinATick() {
        clock.start(10, 8, 6);
        track.subscribe(
                new FrameOptions(1, true),
                frame -> {
                    frame.close();
                    clock.stop();
                },
                () -> {});
        scheduler.advance(Duration.ofSeconds(5));

        assertThat(seen).hasSize(1);
    }

    @Test
    void startingAgainTakesTheNewValuesAndLeavesOneClock() {
        clock.start(10, 8, 6);
        clock.start(20, 6, 4);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(seen).hasSize(20);
        assertThat(seen).extracting(VideoFrame::visible).containsOnly(PixelRect.ofSize(6, 4));
    }

    @Test
    void theClockIsNoSignOfLifeOfTheCamera() {
        AtomicInteger firsts = new AtomicInteger();
        AtomicInteger photos = new AtomicInteger();
        fanout.addPhoto(frame -> photos.incrementAndGet());
        fanout.begin(firsts::incrementAndGet);
        long begun = fanout.lastArrival();
        clock.start(10, 8, 6);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(seen).hasSize(10);
        assertThat(firsts).hasValue(0);
        assertThat(photos).hasValue(0);
        assertThat(fanout.hasBegun()).isFalse();
        assertThat(fanout.lastArrival()).isEqualTo(begun);
    }

    @Test
    void enabledTracksAndMutedCamerasGetNothingFromTheClock() {
        clock.start(10, 8, 6);
        fanout.openTracks(false);
        scheduler.advance(Duration.ofSeconds(1));
        fanout.openTracks(true);
        track.enable(true);
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(seen).isEmpty();
        assertThat(track.stats()).isEqualTo(new FeedStats(0, 0, 0));

        clock.stop();
        fanout.begin(() -> {});
        fanout.deliver(PICTURE, 0, scheduler.nanoTime(), () -> {});
        assertThat(track.stats()).isEqualTo(new FeedStats(1, 0, 1));
    }

    @Test
    void impossibleValuesAreRefused() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clock.start(rate, 8, 6))
                    .withMessageContaining("8x6@" + rate);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.start(30, 0, 6))
                .withMessageContaining("0x6@30.0");
    }
}
