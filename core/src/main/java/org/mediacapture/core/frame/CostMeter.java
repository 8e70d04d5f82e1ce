// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/** Measures how old the newest frames are, and how large. A frame costs no allocation. Confined to its owner's lock. */
final class CostMeter {
    private static final long NOT_KNOWN = -1;

    /** One frame in so many is looked at, since that costs about as much as handing it on. */
    private static final int EVERY = 8;

    /** The mean follows a quarter of the way. */
    private static final int INERTIA = 4;

    private int frames;
    private long age = NOT_KNOWN; // nanoseconds, a mean
    private long heapBytes;
    private long nativeBytes;

    /** A frame came; answers whether it is one to be measured, as the first one is. */
    boolean isDue() {
        return frames++ % EVERY == 0;
    }

    /** A frame came so many nanoseconds after it was captured. */
    void add(long nanos, FrameData data) {
        long now = Math.max(0, nanos); // a provider's idea of when may be a little late
        age = age == NOT_KNOWN ? now : age + (now - age) / INERTIA;
        measure(data.planes());
    }

    /** What was measured last; empty before the first frame. */
    Optional<FrameCost> read() {
        return age == NOT_KNOWN
                ? Optional.empty()
                : Optional.of(new FrameCost(Duration.ofNanos(age), heapBytes, nativeBytes));
    }

    private void measure(List<Plane> planes) {
        long heap = 0;
        long outside = 0;
        for (int plane = 0; plane < planes.size(); plane++) { // by number, since an iterator would be an object
            int bytes = planes.get(plane).buffer().limit();
            if (planes.get(plane).buffer().isDirect()) {
                outside += bytes;
            } else {
                heap += bytes;
            }
        }
        heapBytes = heap;
        nativeBytes = outside;
    }
}
