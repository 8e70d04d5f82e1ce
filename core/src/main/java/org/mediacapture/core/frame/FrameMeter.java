// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.frame.FrameData;

/** Counts and measures the frames of a camera as they reach the core. Confined to its owner's lock. */
final class FrameMeter {
    private final FrameRate rate = new FrameRate();
    private final CostMeter cost = new CostMeter();
    private long delivered;
    private long discarded;
    private long total;

    /** The frames of a new stream are expected. */
    void restart() {
        rate.restart();
    }

    /**
     * A frame came.
     *
     * @param step difference of its number to that of the frame before, at least 1: more than 1 where frames were lost
     * @param offered whether the tracks get it
     * @param timestamp when it was captured, in nanoseconds
     * @param arrival when it came, in nanoseconds of the same clock
     */
    void add(long step, boolean offered, long timestamp, long arrival, FrameData data) {
        total += step;
        delivered += offered ? 1 : 0;
        discarded += offered ? 0 : 1;
        rate.add(arrival);
        if (cost.isDue()) {
            cost.add(arrival - timestamp, data);
        }
    }

    FrameStatistics statistics(long now) {
        return FrameCost.with(cost.read(), new FeedStats(delivered, discarded, total), rate.at(now));
    }
}
