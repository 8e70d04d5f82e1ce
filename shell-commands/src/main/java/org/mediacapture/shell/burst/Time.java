// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that a burst goes by. Thread-safe. */
public interface Time extends AutoCloseable {
    /**
     * The time of this computer.
     *
     * @return a time; closing it ends all that wait for a moment of it
     */
    static Time ofSystem() {
        CountDownLatch over = new CountDownLatch(1);
        return new Time() {
            @Override
            public long now() {
                return System.nanoTime();
            }

            @Override
            public void await(long moment) throws InterruptedException {
                if (over.await(moment - now(), TimeUnit.NANOSECONDS)) {
                    throw new IllegalStateException("the shell stops");
                }
            }

            @Override
            public void close() {
                over.countDown();
            }
        };
    }

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
     * @throws IllegalStateException if this was closed
     */
    void await(long moment) throws InterruptedException;

    /** Ends all that wait. */
    @Override
    default void close() {}
}
