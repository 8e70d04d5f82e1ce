// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that a burst goes by. Thread-safe. */
public interface Time {
    /** The time of this computer. */
    Time SYSTEM = new Time() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void await(long moment) throws InterruptedException {
            // Nobody counts down: only the moment, or an interrupt, ends the wait.
            new CountDownLatch(1).await(moment - now(), TimeUnit.NANOSECONDS);
        }
    };

    /**
     * The present moment.
     *
     * @return nanoseconds since some moment, as {@link System#nanoTime()}
     */
    long now();

    /**
     * Waits for a moment; not at all if it is over.
     *
     * @param moment as {@link #now()} tells it
     * @throws InterruptedException if the command was interrupted
     */
    void await(long moment) throws InterruptedException;
}
