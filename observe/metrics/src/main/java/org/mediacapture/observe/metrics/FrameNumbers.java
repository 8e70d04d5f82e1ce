// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.metrics;

import org.mediacapture.admin.FrameStatistics;

/** The numbers of frames, by getters, as JMX wants them. Immutable. */
public final class FrameNumbers {
    private static final double NANOS_PER_MILLI = 1e6;

    private final FrameStatistics statistics;

    FrameNumbers(FrameStatistics statistics) {
        this.statistics = statistics;
    }

    /** Frames that were let through. */
    public long getDelivered() {
        return statistics.delivered();
    }

    /** Frames that were left out. */
    public long getDiscarded() {
        return statistics.discarded();
    }

    /** All frames that the camera made, also those that were lost on the way. */
    public long getTotal() {
        return statistics.total();
    }

    /** Frames per second at present. */
    public double getFrameRate() {
        return statistics.frameRate();
    }

    /** How old frames are when they come, in milliseconds; NaN if none has come yet. */
    public double getLatencyMillis() {
        return statistics
                .latency()
                .map(latency -> latency.toNanos() / NANOS_PER_MILLI)
                .orElse(Double.NaN);
    }

    /** Bytes of a picture on the heap. */
    public long getHeapBytes() {
        return statistics.heapBytes();
    }

    /** Bytes of a picture outside of the heap. */
    public long getNativeBytes() {
        return statistics.nativeBytes();
    }
}
