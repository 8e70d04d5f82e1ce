// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.time.Duration;
import java.util.Optional;
import org.mediacapture.admin.FrameStatistics;

/**
 * How old the newest frames are where they are measured, and how large. Immutable.
 *
 * @param latency time since they were captured, a mean that follows the newest ones
 * @param heapBytes bytes on the heap of the newest one
 * @param nativeBytes bytes outside of the heap of the newest one
 */
record FrameCost(Duration latency, long heapBytes, long nativeBytes) {
    /** Statistics of frames that cost this; empty if it is not known. */
    static FrameStatistics with(Optional<FrameCost> cost, FeedStats counts, double frameRate) {
        return new FrameStatistics(
                counts.delivered(),
                counts.discarded(),
                counts.total(),
                frameRate,
                cost.map(FrameCost::latency),
                cost.map(FrameCost::heapBytes).orElse(0L),
                cost.map(FrameCost::nativeBytes).orElse(0L));
    }
}
