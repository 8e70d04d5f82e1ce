// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/** How often frames come at present, from when the newest ones came or were taken. A frame costs no allocation. Confined to its owner's lock. */
final class FrameRate {
    private static final int FRAMES = 64;
    private static final long SECOND = 1_000_000_000; // nanoseconds
    private static final long WINDOW = 10 * SECOND;

    /** So many intervals without a frame are silence, if they take a second. */
    private static final int PATIENCE = 3;

    private static final long[] NONE = {};

    private long[] arrivals = NONE; // nanoseconds; a ring, made for the first frame
    private long count;

    /** A frame came, not before the last one. */
    void add(long arrival) {
        if (arrivals == NONE) {
            arrivals = new long[FRAMES];
        }
        arrivals[(int) (count % FRAMES)] = arrival;
        count++;
    }

    /** Frames are expected of a stream that begins anew: the time from the last frame of the one before is no interval. */
    void restart() {
        count = 0;
    }

    /** Frames per second; 0 if fewer than two came, or none for a while. Of a slow camera the last interval counts, however long. */
    double at(long now) {
        long newest = count == 0 ? now : arrival(1);
        long oldest = newest;
        int intervals = 0;
        while (intervals + 1 < Math.min(count, FRAMES)
                && (intervals == 0 || newest - arrival(intervals + 2) <= WINDOW)) {
            intervals++;
            oldest = arrival(intervals + 1);
        }
        double interval = intervals == 0 ? 0 : (double) (newest - oldest) / intervals;
        boolean silent = now - newest > Math.max(SECOND, PATIENCE * interval);
        return interval <= 0 || silent ? 0 : SECOND / interval;
    }

    /** When the last frame came, or the one before that, and so on: 1 is the last. */
    private long arrival(int back) {
        return arrivals[(int) ((count - back) % FRAMES)];
    }
}
