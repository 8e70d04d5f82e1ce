// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.stream.FrameOptions;
import org.osgi.util.promise.Promise;

/** What a frame costs on its way from the capture thread to one consumer, in bytes of heap. */
class FrameCostTest {
    private static final FrameData PICTURE = Pictures.gradient(PixelFormat.I420, 64, 48);
    private static final int FRAMES = 20_000;
    private static final int ROUNDS = 10;

    /** A receiver's handle. */
    private static final long HANDLE = 16;

    /** What the receivers of a frame share. */
    private static final long SHARED = 48;

    private static final long INTERVAL = 33_333_333; // nanoseconds

    private final Now now = new Now();
    private final FrameFanout fanout = new FrameFanout(now, Rig.codecs());
    private final TrackFeed feed = new TrackFeed(now);
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong releases = new AtomicLong();
    private long number;

    @Test
    void aFrameOfTheCameraCostsItsSharingAndAHandle() {
        assertThat(bytesPerFrame()).isLessThanOrEqualTo(SHARED + HANDLE);
        assertThat(received).hasValue(FRAMES * ROUNDS);
    }

    @Test
    void eachFurtherTrackAndConsumerCostsAHandle() {
        for (int more = 0; more < 3; more++) {
            TrackFeed track = new TrackFeed(now);
            fanout.addTrack(track);
            subscribe(track, FrameOptions.latest());
            subscribe(track, new FrameOptions(1, true));
        }

        assertThat(bytesPerFrame()).isLessThanOrEqualTo(SHARED + 7 * HANDLE);
        assertThat(received).hasValue(7L * FRAMES * ROUNDS);
    }

    @Test
    void aCroppedFrameCostsADescriptionMore() {
        feed.shape(new Output(48, 48, 30, true));

        assertThat(bytesPerFrame()).isLessThanOrEqualTo(SHARED + 32 + HANDLE);
        assertThat(received).hasValue(FRAMES * ROUNDS);
    }

    @Test
    void aBlackFrameCostsNoPicture() {
        feed.enable(false);

        assertThat(bytesPerFrame()).isLessThanOrEqualTo(2 * SHARED + HANDLE);
        assertThat(received).hasValue(FRAMES * ROUNDS);
    }

    @Test
    void aFrameThatIsLeftOutCostsLessThanOneThatIsDelivered() {
        feed.shape(new Output(64, 48, 3, true));

        assertThat(bytesPerFrame()).isLessThanOrEqualTo(SHARED + HANDLE / 2);
        assertThat(received).hasValue(FRAMES * ROUNDS / 10);
    }

    /** The least of several rounds, since the first ones are not compiled yet. */
    private long bytesPerFrame() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Runnable release = releases::incrementAndGet;
        fanout.addTrack(feed);
        fanout.begin(() -> {});
        subscribe(feed, FrameOptions.latest());
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int frame = 0; frame < FRAMES; frame++, number++) {
                fanout.deliver(PICTURE, number, number * INTERVAL, release);
            }
            bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES);
        }
        assertThat(releases).hasValue(FRAMES * ROUNDS);
        return bytes;
    }

    private void subscribe(TrackFeed track, FrameOptions options) {
        track.subscribe(
                options,
                frame -> {
                    received.incrementAndGet();
                    frame.close();
                },
                () -> {});
    }

    /** Runs everything at once, in the calling thread. */
    private static final class Now implements Scheduler {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void briefly(Runnable task) {
            task.run();
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            throw new UnsupportedOperationException("no timers here");
        }

        @Override
        public Blocking blockThen(String threadName, Supplier<Runnable> call) {
            throw new UnsupportedOperationException("no providers here");
        }

        @Override
        public boolean await(Promise<?> promise, Duration deadline) {
            throw new UnsupportedOperationException("nobody waits here");
        }
    }
}
