// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.mediacapture.frame.VideoFrame;

/** Notes every frame that a subscription gets. Thread-safe. */
final class FrameLog implements Consumer<VideoFrame> {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ToLongFunction<VideoFrame> content;
    private final List<Seen> frames = new ArrayList<>(); // guarded by this

    /**
     * What a subscriber saw.
     *
     * @param arrival when it was called, in nanoseconds of the JVM's clock
     * @param timestamp when the picture was taken, by the same clock
     * @param content a number that was read from the picture
     */
    record Seen(long arrival, long timestamp, long content) {}

    /**
     * Makes an empty log.
     *
     * @param content reads a number from a picture
     */
    FrameLog(ToLongFunction<VideoFrame> content) {
        this.content = content;
    }

    @Override
    public void accept(VideoFrame frame) {
        long arrival = System.nanoTime();
        try (frame) {
            Seen seen = new Seen(arrival, frame.timestamp(), content.applyAsLong(frame));
            synchronized (this) {
                frames.add(seen);
                notifyAll();
            }
        }
    }

    /** The frames until now. */
    synchronized List<Seen> frames() {
        return List.copyOf(frames);
    }

    /** Waits for so many frames more. */
    synchronized void awaitMore(int count) throws InterruptedException {
        int wanted = frames.size() + count;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (frames.size() < wanted) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("Only " + frames.size() + " frames instead of " + wanted);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
