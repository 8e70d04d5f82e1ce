// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames on their way to one consumer: the latest few wait for it, older ones are discarded and counted. A consumer that
 * throws loses its subscription. Thread-safe.
 */
final class ConsumerFeed implements FrameSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerFeed.class);

    private final Scheduler scheduler;
    private final FrameOptions options;
    private final Consumer<VideoFrame> consumer;
    private final Consumer<ConsumerFeed> onClose;
    private final Runnable onEnd;
    private final Queue<VideoFrame> waiting = new ArrayDeque<>(); // guarded by this
    private boolean draining; // guarded by this
    private boolean closed; // guarded by this
    private long delivered; // guarded by this
    private long discarded; // guarded by this

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

    void offer(SharedFrame frame) {
        if (options.direct()) {
            offerDirectly(frame);
            return;
        }
        VideoFrame stale;
        boolean wake;
        synchronized (this) {
            if (closed) {
                return;
            }
            stale = waiting.size() == options.maxBufferSize() ? waiting.remove() : null;
            discarded += stale == null ? 0 : 1;
            waiting.add(frame.handle());
            wake = !draining;
            draining = true;
        }
        if (stale != null) {
            stale.close();
        }
        if (wake) {
            scheduler.execute(this::drain);
        }
    }

    private void offerDirectly(SharedFrame frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            delivered++;
        }
        hand(frame.handle());
    }

    private void drain() {
        for (VideoFrame frame = next(); frame != null; frame = next()) {
            hand(frame);
        }
    }

    /** The next waiting frame, or null when there is none, which ends the run. */
    private synchronized VideoFrame next() {
        VideoFrame frame = waiting.poll();
        draining = frame != null;
        delivered += frame == null ? 0 : 1;
        return frame;
    }

    private void hand(VideoFrame frame) {
        try {
            consumer.accept(frame);
        } catch (RuntimeException | Error failure) {
            LOG.warn("A consumer of frames failed and gets no more", failure);
            frame.close();
            close();
        }
    }

    /** Closes because the track ended. */
    void end() {
        close();
        onEnd.run();
    }

    @Override
    public synchronized long delivered() {
        return delivered;
    }

    @Override
    public synchronized long discarded() {
        return discarded;
    }

    @Override
    public void close() {
        Queue<VideoFrame> left;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            left = new ArrayDeque<>(waiting);
            waiting.clear();
        }
        left.forEach(VideoFrame::close);
        onClose.accept(this);
    }
}
