// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * When the frames of a stream are due: frame n at the start plus n intervals. Immutable; times are nanoseconds of one
 * monotonic clock.
 *
 * @param start the time of frame 0
 * @param rate frames per second, above 0
 */
record FrameSchedule(long start, double rate) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** The number of the frame that is due at a time: the last whose time has come. Times before the start have frame 0. */
    long numberAt(long now) {
        long elapsed = Math.max(0, now - start);
        long number = (long) (elapsed * rate / NANOS_PER_SECOND);
        // The division may come out a bit too small just when a frame is due, or too large just before.
        if (offset(number + 1) <= elapsed) {
            return number + 1;
        }
        return offset(number) > elapsed ? number - 1 : number;
    }

    /** The time at which a frame is due. */
    long timeOf(long number) {
        return start + offset(number);
    }

    private long offset(long number) {
        return (long) Math.ceil(number * NANOS_PER_SECOND / rate);
    }
}
