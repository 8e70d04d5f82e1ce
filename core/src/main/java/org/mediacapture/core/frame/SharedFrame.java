// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.VideoFrame;

/** A lent buffer and the number of those who hold it; the last one gives it back. Thread-safe. */
public final class SharedFrame {
    private final FrameData data;
    private final long sequence;
    private final long timestamp;
    private final Runnable release;
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Takes a lent buffer; the maker of this object is the first holder and calls {@link #release()} once. */
    public SharedFrame(FrameData data, long sequence, long timestamp, Runnable release) {
        this.data = data;
        this.sequence = sequence;
        this.timestamp = timestamp;
        this.release = release;
    }

    /** A frame of its own for what a codec made of another frame; closing it gives the codec's buffer back. */
    public static VideoFrame handleOf(LentFrame lent, VideoFrame origin) {
        return new FrameHandle(new SharedFrame(lent.data(), origin.sequence(), origin.timestamp(), lent.release()));
    }

    /** A handle for one more receiver. Legal while the caller holds the frame itself. */
    public VideoFrame handle() {
        holders.incrementAndGet();
        return new FrameHandle(this);
    }

    /** Gives up one hold. */
    public void release() {
        if (holders.decrementAndGet() == 0) {
            release.run();
        }
    }

    FrameData data() {
        return data;
    }

    long sequence() {
        return sequence;
    }

    long timestamp() {
        return timestamp;
    }
}
