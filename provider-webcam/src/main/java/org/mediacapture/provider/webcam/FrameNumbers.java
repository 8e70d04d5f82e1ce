// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

/**
 * Numbers and times of a session's frames, which only grow, also over a stop and a new start. For one thread at a time.
 */
final class FrameNumbers {
    private long next;
    private long latest = Long.MIN_VALUE;

    /** The number of the next frame; a dropped one takes a number too. */
    long next() {
        return next++;
    }

    /** A time that is later than all before: the given one if possible. In nanoseconds of {@link System#nanoTime()}. */
    long growing(long timestamp) {
        // nanoTime may overflow, so times are compared by their difference.
        boolean later = latest == Long.MIN_VALUE || timestamp - latest > 0;
        latest = later ? timestamp : latest + 1;
        return latest;
    }
}
