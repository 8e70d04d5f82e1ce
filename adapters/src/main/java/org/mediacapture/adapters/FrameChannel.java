// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.adapters;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.osgi.util.pushstream.PushEvent;
import org.osgi.util.pushstream.PushEventConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames on their way to one consumer of push events. An end that comes while the consumer has a frame in hand is told it by the
 * thread that brought the frame, so that it is the last event. Thread-safe.
 */
final class FrameChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameChannel.class);
    private static final Registration NONE = () -> {};

    private final PushEventConsumer<? super VideoFrame> consumer;
    private final LongSupplier nanoTime;
    private final Runnable onDiscard;
    private Registration frames = NONE; // guarded by this, as is all below
    private PushEvent<VideoFrame> last; // null while the channel is open
    private boolean busy;
    private boolean told; // that it is over
    private boolean pausing;
    private long pauseEnd; // in nanoseconds of the clock

    FrameChannel(PushEventConsumer<? super VideoFrame> consumer, LongSupplier nanoTime, Runnable onDiscard) {
        this.consumer = consumer;
        this.nanoTime = nanoTime;
        this.onDiscard = onDiscard;
    }

    void begin(MediaStreamTrack track) {
        Registration begun = track.frames(FrameOptions.latest(), this::offer, this::close);
        boolean late;
        synchronized (this) {
            frames = begun;
            late = last != null;
        }
        if (late) {
            begun.close();
        }
    }

    @Override
    public void close() {
        end(PushEvent.close());
    }

    private void offer(VideoFrame frame) {
        if (!take()) {
            frame.close();
            return;
        }
        try {
            pause(consumer.accept(PushEvent.data(frame)));
        } catch (Throwable failure) {
            frame.close();
            end(PushEvent.error(failure));
        } finally {
            synchronized (this) {
                busy = false;
            }
            tell();
        }
    }

    /** Whether the consumer is to get a frame now. */
    private synchronized boolean take() {
        if (last != null) {
            return false;
        }
        if (pausing && nanoTime.getAsLong() - pauseEnd < 0) {
            onDiscard.run();
            return false;
        }
        pausing = false;
        busy = true;
        return true;
    }

    private void pause(long milliseconds) {
        if (milliseconds < 0) {
            close();
        } else if (milliseconds > 0) {
            synchronized (this) {
                pausing = true;
                pauseEnd = nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
            }
        }
    }

    private void end(PushEvent<VideoFrame> event) {
        Registration source;
        synchronized (this) {
            last = last == null ? event : last;
            source = frames;
        }
        source.close();
        tell();
    }

    /** Tells the consumer of the end, once, when there is one and no frame is in its hands. */
    private void tell() {
        PushEvent<VideoFrame> event;
        synchronized (this) {
            if (last == null || busy || told) {
                return;
            }
            told = true;
            event = last;
        }
        try {
            consumer.accept(event);
        } catch (Throwable failure) {
            LOG.warn("A consumer of frames failed when it was told of their end", failure);
        }
    }
}
