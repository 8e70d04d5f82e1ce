// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.function.Supplier;
import org.osgi.util.promise.Promise;

/**
 * The clock and every thread of the core: all of its asynchronous work goes through here, so that a test can play it in
 * virtual time and in any order. Thread-safe.
 */
public interface Scheduler {
    /** What follows a call that nothing follows. */
    Runnable NOTHING = () -> {};

    /** The present time in nanoseconds of the monotonic clock. */
    long nanoTime();

    /** Runs a task soon, on a thread that neither steers nor reads a camera meanwhile. The task may be an application's. */
    void execute(Runnable task);

    /**
     * Runs a task at once, on the calling thread, which blocks nowhere. What it has this scheduler run is for the same thread
     * afterwards, unless another one is free before: to wake one costs more than most tasks. If the thread is the scheduler's own it has
     * nothing else to do afterwards.
     */
    void briefly(Runnable task);

    /** Runs a task after a delay, as {@link #execute} does. */
    Timer schedule(Duration delay, Runnable task);

    /**
     * Runs a call into a provider, which may block, on a control thread that bears the name meanwhile. A call that blocks for
     * long holds up no other.
     */
    default Blocking block(String threadName, Runnable call) {
        return blockThen(threadName, () -> {
            call.run();
            return NOTHING;
        });
    }

    /**
     * The same with what follows the call, which its thread runs as soon as it is back, since waking another would cost more. It is
     * none of the call any more: it has neither its name nor its interrupts, and does not block.
     *
     * @param call answers what follows
     */
    Blocking blockThen(String threadName, Supplier<Runnable> call);

    /**
     * Waits for a promise: the one place where the core blocks (HS-2).
     *
     * @return whether the promise was resolved in time
     */
    boolean await(Promise<?> promise, Duration deadline);

    /** A task that will run. */
    interface Timer {
        /** Takes the task back unless it has begun. Idempotent. */
        void cancel();
    }

    /** A call into a provider. */
    interface Blocking {
        /** Interrupts the call's thread, if it runs, or keeps it from running. */
        void interrupt();

        /** Whether the calling thread is the one that runs the call. */
        boolean isCurrentThread();
    }
}
