// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A few buffers that are filled, lent and given back. Thread-safe. Buffers are made when first needed. Closing the pool
 * frees what is not lent; what is lent stays valid and is freed when it is given back.
 *
 * @param <T> the kind of buffer
 */
final class SlotPool<T> implements AutoCloseable {
    /** How many buffers a camera has: those of a few readers, and one that is being filled. */
    static final int SIZE = 8;

    private final Supplier<T> make;
    private final Consumer<T> clear;
    private final Consumer<T> free;
    private final Deque<T> idle = new ArrayDeque<>();
    private int made;
    private boolean closed;

    /**
     * Makes an empty pool.
     *
     * @param make makes a buffer
     * @param clear empties a buffer that came back
     * @param free frees a buffer
     */
    SlotPool(Supplier<T> make, Consumer<T> clear, Consumer<T> free) {
        this.make = make;
        this.clear = clear;
        this.free = free;
    }

    /** Takes a buffer, or nothing if all are lent. */
    synchronized Optional<T> take() {
        if (closed) {
            return Optional.empty();
        }
        if (idle.isEmpty() && made < SIZE) {
            made++;
            return Optional.of(make.get());
        }
        return Optional.ofNullable(idle.poll());
    }

    /** Gives a buffer back. */
    void giveBack(T slot) {
        clear.accept(slot);
        synchronized (this) {
            if (!closed) {
                idle.push(slot);
                return;
            }
        }
        free.accept(slot);
    }

    /** What whoever borrows a buffer runs when it is done; a second run does nothing. */
    Runnable lease(T slot) {
        AtomicBoolean lent = new AtomicBoolean(true);
        return () -> {
            if (lent.getAndSet(false)) {
                giveBack(slot);
            }
        };
    }

    @Override
    public void close() {
        Deque<T> unused;
        synchronized (this) {
            closed = true;
            unused = new ArrayDeque<>(idle);
            idle.clear();
        }
        unused.forEach(free);
    }
}
