// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.time.Duration;
import java.util.Optional;

/**
 * When the photos of a burst are due: at once after the one before, or at moments that are equally far from each other, counted
 * from the first photo, so that nothing adds up. A moment that passes while a photo is still being taken is left out, never
 * made up for. Confined to the thread of the command.
 */
final class Schedule {
    private final Time time;
    private final Optional<Duration> every;
    private long due;
    private boolean begun;
    private long missed;

    Schedule(Time time, Optional<Duration> every) {
        this.time = time;
        this.every = every;
    }

    /**
     * Waits until the next photo is due; the first one is at once.
     *
     * @throws InterruptedException if the command was interrupted
     */
    void await() throws InterruptedException {
        if (!begun) {
            begun = true;
            due = time.now();
        } else if (every.isPresent()) {
            long period = every.get().toNanos();
            long over = Math.max(0, time.now() - due - 1) / period; // one that is due right now is not missed
            missed += over;
            due += (over + 1) * period;
            time.await(due);
        }
    }

    /** How many moments passed without a photo. */
    long missed() {
        return missed;
    }
}
