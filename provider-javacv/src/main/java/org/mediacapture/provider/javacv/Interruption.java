// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends whatever one input is doing: by {@link #cancel()} from any thread, by a deadline, or because the working
 * thread was interrupted. Thread-safe. FFmpeg asks {@link #isDue()} while it waits, about every 100 ms; waits of our
 * own are made here, so that cancelling ends them at once.
 */
final class Interruption {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean cancelled;
    private volatile long armedAt = System.nanoTime();
    private volatile long allowed = Long.MAX_VALUE;

    /** Ends everything, now and later. Idempotent. */
    void cancel() {
        cancelled = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on the work may take this long. */
    void within(Duration time) {
        armedAt = System.nanoTime();
        allowed = time.toNanos();
    }

    /** Whether the work has to end; asked by FFmpeg on the thread that works. */
    boolean isDue() {
        return isEnded() || isLate();
    }

    /** Whether the work has to end for another reason than its deadline. */
    boolean isEnded() {
        return cancelled || Thread.currentThread().isInterrupted();
    }

    private boolean isLate() {
        return System.nanoTime() - armedAt > allowed;
    }

    /**
     * Why the work has to end, in words, for the thread that works; empty if it may go on.
     *
     * @param awaited what did not come in time: "answer" or "picture"
     */
    Optional<String> why(String awaited) {
        if (isEnded()) {
            return Optional.of(cancelled ? "closed" : "interrupted");
        }
        return isLate()
                ? Optional.of("no " + awaited + " within " + TimeUnit.NANOSECONDS.toMillis(allowed) + " ms")
                : Optional.empty();
    }

    /**
     * Waits until a moment, or until cancelled.
     *
     * @param moment in nanoseconds of {@link System#nanoTime()}
     * @return true if the moment has come, false if the work has to end before
     */
    boolean awaitUntil(long moment) {
        lock.lock();
        try {
            long left = moment - System.nanoTime();
            while (left > 0 && !cancelled) {
                left = changed.awaitNanos(left);
            }
            return !cancelled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a while, or until cancelled; answers as {@link #awaitUntil}. */
    boolean awaitMillis(long millis) {
        return awaitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
