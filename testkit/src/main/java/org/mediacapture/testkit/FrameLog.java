// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The frames that a sink got, and waiting for what it gets. Thread-safe. */
final class FrameLog {
    private final int mostRemembered;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<ReceivedFrame> frames = new ArrayList<>();
    private final List<ReceivedFrame> kept = new ArrayList<>();
    private long count;
    private long latest = System.nanoTime();

    FrameLog(int mostRemembered) {
        this.mostRemembered = mostRemembered;
    }

    void add(ReceivedFrame frame, boolean keep) {
        locked(() -> {
            count++;
            latest = System.nanoTime();
            if (frames.size() < mostRemembered) {
                frames.add(frame);
            }
            if (keep) {
                kept.add(frame);
            }
            return count;
        });
    }

    long count() {
        return locked(() -> count);
    }

    List<ReceivedFrame> frames() {
        return locked(() -> List.copyOf(frames));
    }

    List<ReceivedFrame> kept() {
        return locked(() -> List.copyOf(kept));
    }

    /** The frames that are kept, and are so no longer. */
    List<ReceivedFrame> takeKept() {
        return locked(() -> {
            List<ReceivedFrame> all = List.copyOf(kept);
            kept.clear();
            return all;
        });
    }

    /** Has everybody who waits look again. */
    void signal() {
        locked(() -> {
            changed.signalAll();
            return count;
        });
    }

    /** Waits for a condition; answers whether it holds. */
    boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        return locked(() -> {
            while (!condition.getAsBoolean() && deadline - System.nanoTime() > 0) {
                awaitNanos(deadline - System.nanoTime());
            }
            return condition.getAsBoolean();
        });
    }

    /** Waits until no frame came for a while, or so many are there; answers whether that is so. */
    boolean awaitSilence(Duration silence, long enough, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        return locked(() -> {
            long left = untilSilent(silence);
            while (left > 0 && count < enough && deadline - System.nanoTime() > 0) {
                awaitNanos(left);
                left = untilSilent(silence);
            }
            return left <= 0 || count >= enough;
        });
    }

    private long untilSilent(Duration silence) {
        return silence.toNanos() - (System.nanoTime() - latest);
    }

    private void awaitNanos(long nanos) {
        try {
            changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a camera", e);
        }
    }

    private <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }
}
