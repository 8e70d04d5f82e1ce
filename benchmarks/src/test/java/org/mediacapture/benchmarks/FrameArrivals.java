// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.mediacapture.frame.VideoFrame;

/** When the frames of one track came, in a room that was made before. Written by the consumer's calls, read after the last. */
final class FrameArrivals implements Consumer<VideoFrame> {
    private final long[] arrivals;
    private final long[] timestamps;
    private long first = -1;
    private long last = -1;
    private volatile int count; // written last, so that whoever reads it sees the rest

    FrameArrivals(int room) {
        this.arrivals = new long[room];
        this.timestamps = new long[room];
    }

    @Override
    public void accept(VideoFrame frame) {
        try (frame) {
            int at = count;
            if (at < arrivals.length) {
                arrivals[at] = System.nanoTime();
                timestamps[at] = frame.timestamp();
                first = first < 0 ? frame.sequence() : first;
                last = frame.sequence();
                count = at + 1;
            }
        }
    }

    /** How many came. */
    int count() {
        return count;
    }

    /** Numbers that are missing among those that came. */
    long missing() {
        return count == 0 ? 0 : last - first + 1 - count;
    }

    /** Nanoseconds from the capture of each frame to its arrival. */
    LongStream latencies() {
        int all = count;
        long[] result = new long[all];
        for (int frame = 0; frame < all; frame++) {
            result[frame] = arrivals[frame] - timestamps[frame];
        }
        return Arrays.stream(result);
    }

    /** Nanoseconds by which each interval between arrivals differs from that between captures. */
    LongStream jitter() {
        int all = count;
        long[] result = new long[Math.max(0, all - 1)];
        for (int frame = 1; frame < all; frame++) {
            result[frame - 1] =
                    Math.abs(arrivals[frame] - arrivals[frame - 1] - (timestamps[frame] - timestamps[frame - 1]));
        }
        return Arrays.stream(result);
    }
}
