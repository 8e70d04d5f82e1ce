// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends what a capture thread is doing: by {@link #cancel()} from any thread, or by a deadline. Thread-safe. A read that blocks in
 * a socket notices neither; what ends it is named by {@link #whenCancelled}.
 */
final class Interruption {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Runnable abort = () -> {};
    private volatile boolean cancelled;
    private volatile long armedAt = System.nanoTime();
    private volatile long allowed = Long.MAX_VALUE;

    /** Ends everything, now and later. Idempotent. */
    void cancel() {
        cancelled = true;
        Runnable action;
        lock.lock();
        try {
            action = abort;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        action.run();
    }

    /**
     * Says how to end what blocks from now on; it is done at once if it was cancelled before.
     *
     * @param action ends it without waiting; run once or more, on any thread
     */
    void whenCancelled(Runnable action) {
        lock.lock();
        try {
            abort = action;
        } finally {
            lock.unlock();
        }
        if (cancelled) {
            action.run();
        }
    }

    /** From now on the work may take this long. */
    void within(Duration time) {
        armedAt = System.nanoTime();
        allowed = time.toNanos();
    }

    /** How long the work may take. */
    Duration allowed() {
        return Duration.ofNanos(allowed);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the work has taken too long. */
    boolean isLate() {
        return System.nanoTime() - armedAt > allowed;
    }

    /** Waits until a moment in nanoseconds of {@link System#nanoTime()}, or until cancelled. */
    void awaitUntil(long moment) {
        lock.lock();
        try {
            long left = moment - System.nanoTime();
            while (left > 0 && !cancelled) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts a capture thread but whoever wants it to end.
            cancelled = true;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a while, or until cancelled. */
    void awaitMillis(long millis) {
        awaitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
