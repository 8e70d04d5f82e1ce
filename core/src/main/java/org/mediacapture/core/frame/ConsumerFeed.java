// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames on their way to one consumer: the latest few wait for it, older ones are discarded and counted, and so is a
 * frame that has no picture. A consumer that throws loses its subscription. Thread-safe.
 */
final class ConsumerFeed implements FrameSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerFeed.class);

    private final Scheduler scheduler;
    private final FrameOptions options;
    private final Consumer<VideoFrame> consumer;
    private final Consumer<ConsumerFeed> onClose;
    private final Runnable onEnd;
    private final Runnable drain = this::drain; // one for all frames
    private final CostMeter cost = new CostMeter(); // guarded by this, but for whether a frame is due
    private final AtomicBoolean busy = new AtomicBoolean(); // a direct consumer has a frame in hand
    private final AtomicLong delivered = new AtomicLong(); // written by whoever hands frames over, one at a time
    private final AtomicLong discarded = new AtomicLong();
    private final Queue<PendingFrame> waiting = new ArrayDeque<>(); // guarded by this
    private long lastSequence = -1; // guarded by this; of a direct consumer, written by who made it busy
    private boolean draining; // guarded by this
    private volatile boolean closed; // written under this

    ConsumerFeed(
            Scheduler scheduler,
            FrameOptions options,
            Consumer<VideoFrame> consumer,
            Consumer<ConsumerFeed> onClose,
            Runnable onEnd) {
        this.scheduler = scheduler;
        this.options = options;
        this.consumer = consumer;
        this.onClose = onClose;
        this.onEnd = onEnd;
    }

    /** Takes a hold of a frame, unless a later one came before. The caller holds it meanwhile. */
    void offer(PendingFrame frame) {
        if (options.direct()) {
            offerDirectly(frame);
            return;
        }
        PendingFrame stale;
        boolean wake;
        synchronized (this) {
            if (!accepts(frame)) {
                return;
            }
            stale = waiting.size() == options.maxBufferSize() ? waiting.remove() : null;
            waiting.add(frame);
            wake = !draining;
            draining = true;
        }
        if (stale != null) {
            discarded.incrementAndGet();
            stale.release();
        }
        if (wake) {
            scheduler.execute(drain);
        }
    }

    /**
     * Hands a frame over at once, unless the consumer still has one in hand that another thread brought: the capture thread of a
     * session that was replaced. Whoever waited for it would wait for an application.
     */
    private void offerDirectly(PendingFrame frame) {
        if (!busy.compareAndSet(false, true)) {
            discarded.incrementAndGet();
            return;
        }
        try {
            if (accepts(frame)) {
                count(1);
                hand(frame);
            }
        } finally {
            busy.setRelease(false);
        }
    }

    /** Called under the lock, or by who made a direct consumer busy: a lock costs as much as all else that is done then. */
    private boolean accepts(PendingFrame frame) {
        if (closed || frame.sequence() <= lastSequence) {
            return false;
        }
        lastSequence = frame.sequence();
        frame.hold();
        return true;
    }

    private void drain() {
        for (PendingFrame frame = next(); frame != null; frame = next()) {
            hand(frame);
        }
    }

    /** The next waiting frame, or null when there is none, which ends the run. */
    private synchronized PendingFrame next() {
        PendingFrame frame = waiting.poll();
        draining = frame != null;
        count(frame == null ? 0 : 1);
        return frame;
    }

    /** Opens a frame and hands it over; one without a picture is passed over. */
    private void hand(PendingFrame pending) {
        FrameHandle frame;
        try {
            frame = pending.open();
        } catch (Throwable unusable) {
            LOG.debug("Frame {} is passed over", pending.sequence(), unusable);
            passOver();
            return;
        }
        if (closed) {
            frame.close();
            passOver();
            return;
        }
        if (cost.isDue()) { // frames are handed over one at a time
            measure(frame);
        }
        try {
            consumer.accept(frame);
        } catch (Throwable failure) {
            LOG.warn("A consumer of frames failed and gets no more", failure);
            frame.close();
            close();
        }
    }

    private synchronized void measure(FrameHandle frame) {
        cost.add(scheduler.nanoTime() - frame.timestamp(), frame.data());
    }

    /** The frame that was about to be delivered is not. */
    private void passOver() {
        count(-1);
        discarded.incrementAndGet();
    }

    /** Without a barrier, since one thread at a time writes. */
    private void count(int more) {
        delivered.setRelease(delivered.getPlain() + more);
    }

    /** Discards what waits. */
    void discardWaiting() {
        List<PendingFrame> left;
        synchronized (this) {
            left = List.copyOf(waiting);
            waiting.clear();
            discarded.addAndGet(left.size());
        }
        left.forEach(PendingFrame::release);
    }

    /** Closes because the track ended, and tells so unless it was closed before. */
    void end() {
        if (shut()) {
            onEnd.run();
        }
    }

    @Override
    public long delivered() {
        return delivered.get();
    }

    @Override
    public long discarded() {
        return discarded.get();
    }

    /** How old the frames are when the consumer gets them, and how large; empty before the first one. */
    synchronized Optional<FrameCost> cost() {
        return cost.read();
    }

    @Override
    public void close() {
        shut();
    }

    /** Closes, and answers whether this call did it. */
    private boolean shut() {
        List<PendingFrame> left;
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
        }
        left.forEach(PendingFrame::release);
        onClose.accept(this);
        return true;
    }
}
