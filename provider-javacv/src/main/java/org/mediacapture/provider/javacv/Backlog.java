// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.concurrent.TimeUnit;

/**
 * Tells whether a live stream is decoded more slowly than it comes, by how much later than the earliest its packets are read. For
 * one thread. A network that pauses and then sends all at once is no reason yet: a decoder that is fast enough catches up. Nor is one
 * that has become slower for good: what has to be waited for has nothing behind it that waits.
 */
final class Backlog {
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    /** Longer than it takes to read what is there, shorter than from one picture to the next. */
    private static final long WAIT = TimeUnit.MILLISECONDS.toNanos(10);
    /** A delay that grows by more than this is a camera that has set its clock. */
    private static final long JUMP = TimeUnit.SECONDS.toNanos(10);
    /** What the clocks of a camera and of this machine may differ by: one part of so many. */
    private static final long DRIFT = 1_000;

    private boolean begun;
    private long least; // nanoseconds from a packet's own time to when it was read
    private long lastRead;
    private long lastInTime;

    /**
     * Takes note of a packet.
     *
     * @param time its own time, in nanoseconds
     * @param asked when it was asked for, in nanoseconds of {@link System#nanoTime()}
     * @param read when it was read, in nanoseconds of {@link System#nanoTime()}
     * @return whether what is read has been late for a while
     */
    boolean grows(long time, long asked, long read) {
        long delay = read - time;
        long expected = begun ? least + (read - lastRead) / DRIFT : delay;
        least = Math.abs(delay - expected) > JUMP ? delay : Math.min(delay, expected);
        if (!begun || delay - least <= LATE || read - asked > WAIT) {
            lastInTime = read;
        }
        lastRead = read;
        begun = true;
        return read - lastInTime > PATIENCE;
    }
}
