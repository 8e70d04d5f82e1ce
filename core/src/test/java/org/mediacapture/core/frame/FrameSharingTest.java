// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/** Frames are lent, shared, counted and given back exactly once (ARCHITECTURE.md, section 5). */
class FrameSharingTest {
    private static final FrameData PICTURE =
            FrameData.of(PixelFormat.GRAY8, List.of(new Plane(ByteBuffer.allocate(16), 4, 1)), 4, 4, ColorSpace.SRGB);

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final AtomicInteger releases = new AtomicInteger();

    @Test
    void theLastHandleGivesTheBufferBackExactlyOnce() throws InterruptedException {
        SharedFrame frame = frame();
        List<VideoFrame> handles = new ArrayList<>();
        for (int number = 0; number < 64; number++) {
            handles.add(frame.handle());
        }
        frame.release();
        assertThat(releases).hasValue(0);

        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            Thread thread = new Thread(() -> {
                awaitQuietly(go);
                handles.forEach(VideoFrame::close);
            });
            thread.start();
            threads.add(thread);
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        }

        assertThat(releases).hasValue(1);
    }

    @Test
    void aClosedHandleThrowsAndClosesOnce() {
        SharedFrame frame = frame();
        VideoFrame closed = frame.handle();
        VideoFrame open = frame.handle();
        frame.release();
        closed.close();
        closed.close();

        assertThatIllegalStateException().isThrownBy(closed::format).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(closed::sequence);
        assertThatIllegalStateException().isThrownBy(() -> closed.plane(0));
        assertThat(closed).hasToString("VideoFrame(closed)");
        assertThat(open.plane(0).isReadOnly()).isTrue();
        assertThat(open.sequence()).isEqualTo(7);
        assertThat(releases).hasValue(0);
        open.close();
        assertThat(releases).hasValue(1);
    }

    @Test
    void aDirectConsumerGetsNoFrameWhileItHasOneThatAnotherThreadBrought() throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch mayReturn = new CountDownLatch(1);
        TrackFeed feed = new TrackFeed(scheduler);
        FrameSubscription subscription = feed.subscribe(
                new FrameOptions(1, true),
                frame -> {
                    entered.countDown();
                    awaitQuietly(mayReturn);
                    noting(seen).accept(frame);
                },
                () -> {});
        Thread old = new Thread(() -> offer(feed, 1));
        old.start();
        entered.await();

        offer(feed, 2);
        assertThat(seen).isEmpty();
        mayReturn.countDown();
        old.join();
        offer(feed, 3);

        assertThat(seen).containsExactly(1L, 3L);
        assertThat(subscription.delivered()).isEqualTo(2);
        assertThat(subscription.discarded()).isEqualTo(1);
        assertThat(releases).hasValue(3);
    }

    @Test
    void aSlowConsumerGetsTheLatestFrame() {
        List<Long> seen = new ArrayList<>();
        TrackFeed feed = new TrackFeed(scheduler);
        FrameSubscription subscription = feed.subscribe(FrameOptions.latest(), noting(seen), () -> {});
        offer(feed, 1, 2, 3);

        scheduler.settle();

        assertThat(seen).containsExactly(3L);
        assertThat(subscription.delivered()).isEqualTo(1);
        assertThat(subscription.discarded()).isEqualTo(2);
        assertThat(releases).hasValue(3);
    }

    @Test
    void aBufferKeepsAsManyFramesAsAskedFor() {
        List<Long> seen = new ArrayList<>();
        TrackFeed feed = new TrackFeed(scheduler);
        FrameSubscription subscription = feed.subscribe(new FrameOptions(3, false), noting(seen), () -> {});
        offer(feed, 1, 2, 3, 4, 5);

        scheduler.settle();

        assertThat(seen).containsExactly(3L, 4L, 5L);
        assertThat(subscription.discarded()).isEqualTo(2);
        assertThat(releases).hasValue(5);
    }

    @Test
    void aDirectConsumerRunsOnTheCaptureThread() {
        List<Long> seen = new ArrayList<>();
        TrackFeed feed = new TrackFeed(scheduler);
        feed.subscribe(new FrameOptions(1, true), noting(seen), () -> {});

        offer(feed, 1, 2);

        assertThat(seen).containsExactly(1L, 2L);
        assertThat(releases).hasValue(2);
    }

    @Test
    void aConsumerThatThrowsGetsNoMoreAndKeepsNothing() {
        for (boolean direct : List.of(true, false)) {
            releases.set(0);
            AtomicInteger calls = new AtomicInteger();
            TrackFeed feed = new TrackFeed(scheduler);
            FrameSubscription subscription = feed.subscribe(
                    new FrameOptions(4, direct),
                    frame -> {
                        calls.incrementAndGet();
                        throw new IllegalArgumentException("the consumer does not like it");
                    },
                    () -> {});
            offer(feed, 1, 2);
            scheduler.settle();
            offer(feed, 3);
            scheduler.settle();

            assertThat(calls).hasValue(1);
            assertThat(subscription.delivered()).isEqualTo(1);
            assertThat(releases).hasValue(3);
        }
    }

    @Test
    void aSubscriptionClosedByItsOwnConsumerGivesTheRestBack() {
        List<Long> seen = new ArrayList<>();
        TrackFeed feed = new TrackFeed(scheduler);
        FrameSubscription[] own = new FrameSubscription[1];
        own[0] = feed.subscribe(
                new FrameOptions(4, false),
                frame -> {
                    seen.add(frame.sequence());
                    frame.close();
                    own[0].close();
                },
                () -> {});
        offer(feed, 1, 2, 3);
        scheduler.settle();

        assertThat(seen).containsExactly(1L);
        assertThat(releases).hasValue(3);
        assertThat(feed.delivered()).isEqualTo(1);
    }

    @Test
    void theEndOfTheTrackClosesAndTellsEverySubscriptionOnce() {
        AtomicInteger ends = new AtomicInteger();
        TrackFeed feed = new TrackFeed(scheduler);
        FrameSubscription early = feed.subscribe(FrameOptions.latest(), VideoFrame::close, ends::incrementAndGet);
        offer(feed, 1);

        feed.end();
        feed.end();
        feed.subscribe(FrameOptions.latest(), VideoFrame::close, ends::incrementAndGet);
        offer(feed, 2);
        scheduler.settle();

        assertThat(ends).hasValue(2);
        assertThat(early.delivered()).isZero();
        assertThat(releases).hasValue(2);
    }

    @Test
    void theEndIsToldOnceAndNotOfASubscriptionThatWasClosed() {
        AtomicInteger ends = new AtomicInteger();
        ConsumerFeed ended = new ConsumerFeed(
                scheduler, FrameOptions.latest(), VideoFrame::close, feed -> {}, ends::incrementAndGet);
        ended.end();
        ended.end();
        ended.close();
        ConsumerFeed closed = new ConsumerFeed(
                scheduler, FrameOptions.latest(), VideoFrame::close, feed -> {}, ends::incrementAndGet);
        closed.close();
        closed.end();

        assertThat(ends).hasValue(1);
    }

    @Test
    void numbersAndTimesGoOnGrowingOverSessions() {
        List<Long> sequences = new ArrayList<>();
        List<Long> timestamps = new ArrayList<>();
        FrameFanout fanout = new FrameFanout(scheduler, Rig.codecs());
        fanout.addTrack(frame -> {
            sequences.add(frame.sequence());
            timestamps.add(frame.timestamp());
        });
        fanout.begin(() -> {});
        deliver(fanout, 100, 5000);
        deliver(fanout, 103, 5100);
        fanout.begin(() -> {});
        deliver(fanout, 0, 10);
        deliver(fanout, 2, 6000);

        assertThat(sequences).as("gaps tell of drops").containsExactly(0L, 3L, 4L, 6L);
        assertThat(timestamps).containsExactly(5000L, 5100L, 5101L, 6000L);
        assertThat(releases).hasValue(4);
    }

    @Test
    void theFirstFrameOfASessionIsToldOnce() {
        AtomicInteger firsts = new AtomicInteger();
        FrameFanout fanout = new FrameFanout(scheduler, Rig.codecs());
        fanout.begin(firsts::incrementAndGet);
        assertThat(fanout.hasBegun()).isFalse();
        deliver(fanout, 0, 1);
        deliver(fanout, 1, 2);

        assertThat(firsts).hasValue(1);
        assertThat(fanout.hasBegun()).isTrue();
        assertThat(releases).as("frames that nobody wants go back").hasValue(2);
    }

    @Test
    void whoWaitsForTheFirstFrameIsToldAlsoWhenAnotherSessionBringsIt() {
        List<Long> sequences = new ArrayList<>();
        AtomicInteger firsts = new AtomicInteger();
        FrameFanout fanout = new FrameFanout(scheduler, Rig.codecs());
        fanout.addTrack(frame -> sequences.add(frame.sequence()));
        fanout.begin(firsts::incrementAndGet);
        fanout.handedOver();
        deliver(fanout, 7, 1);
        fanout.handedOver();
        deliver(fanout, 0, 2);

        assertThat(firsts).hasValue(1);
        assertThat(sequences).containsExactly(0L, 1L);
    }

    @Test
    void tracksGetNothingWhileTheyAreShutAndPhotosDo() {
        AtomicInteger track = new AtomicInteger();
        AtomicInteger photo = new AtomicInteger();
        FrameFanout fanout = new FrameFanout(scheduler, Rig.codecs());
        fanout.addTrack(frame -> track.incrementAndGet());
        fanout.addPhoto(frame -> photo.incrementAndGet());
        fanout.openTracks(false);
        deliver(fanout, 0, 1);
        fanout.openTracks(true);
        deliver(fanout, 1, 2);

        assertThat(track).hasValue(1);
        assertThat(photo).hasValue(2);
    }

    private SharedFrame frame() {
        return new BufferFrame(PICTURE, 7, 70, releases::incrementAndGet, Rig.codecs());
    }

    private void deliver(FrameFanout fanout, long sequence, long timestamp) {
        fanout.deliver(PICTURE, sequence, timestamp, releases::incrementAndGet);
    }

    private void offer(TrackFeed feed, long... sequences) {
        for (long sequence : sequences) {
            SharedFrame frame = new BufferFrame(PICTURE, sequence, sequence, releases::incrementAndGet, Rig.codecs());
            feed.offer(frame);
            frame.release();
        }
    }

    private static Consumer<VideoFrame> noting(List<Long> seen) {
        return frame -> {
            seen.add(frame.sequence());
            frame.close();
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
