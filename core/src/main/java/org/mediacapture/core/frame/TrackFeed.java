// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/** The frames of one track on their way to its consumers. Thread-safe. */
public final class TrackFeed implements FrameReceiver {
    private final Scheduler scheduler;
    private final List<ConsumerFeed> consumers = new CopyOnWriteArrayList<>();
    private final AtomicLong deliveredBefore = new AtomicLong();
    private final AtomicLong discardedBefore = new AtomicLong();
    private volatile boolean ended;

    /** Makes a feed without consumers. */
    public TrackFeed(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void offer(SharedFrame frame) {
        for (ConsumerFeed consumer : consumers) {
            consumer.offer(frame);
        }
    }

    /**
     * Adds a consumer; after {@link #end()} its subscription is closed from the start.
     *
     * @param onEnd called when the track ends while the subscription is open; returns at once
     */
    public FrameSubscription subscribe(FrameOptions options, Consumer<VideoFrame> consumer, Runnable onEnd) {
        ConsumerFeed feed = new ConsumerFeed(scheduler, options, consumer, this::forget, onEnd);
        consumers.add(feed);
        if (ended) {
            feed.end();
        }
        return feed;
    }

    /** Ends all subscriptions, for good. */
    public void end() {
        ended = true;
        consumers.forEach(ConsumerFeed::end);
    }

    /** Frames handed to consumers so far. */
    public long delivered() {
        return deliveredBefore.get()
                + consumers.stream().mapToLong(ConsumerFeed::delivered).sum();
    }

    /** Frames that consumers were too slow for. */
    public long discarded() {
        return discardedBefore.get()
                + consumers.stream().mapToLong(ConsumerFeed::discarded).sum();
    }

    private void forget(ConsumerFeed feed) {
        if (consumers.remove(feed)) {
            deliveredBefore.addAndGet(feed.delivered());
            discardedBefore.addAndGet(feed.discarded());
        }
    }
}
