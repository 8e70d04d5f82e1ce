// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A few buffers that are filled, lent and given back. Thread-safe. Buffers are made when first needed, and all that lending takes
 * is made with them. Closing the pool frees what is not lent; what is lent stays valid and is freed when it is given back.
 *
 * @param <T> the kind of buffer
 */
final class SlotPool<T> implements AutoCloseable {
    /** How many buffers a camera has: those of a few readers, and one that is being filled. */
    static final int SIZE = 8;

    private final Supplier<T> make;
    private final Consumer<T> clear;
    private final Consumer<T> free;
    private final Deque<Loan<T>> idle = new ArrayDeque<>(SIZE);
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
    synchronized Optional<Loan<T>> take() {
        if (closed || idle.isEmpty() && made == SIZE) {
            return Optional.empty();
        }
        if (idle.isEmpty()) {
            idle.push(new Loan<>(this, make.get()));
            made++; // not before: one that could not be made does not count
        }
        Loan<T> loan = idle.pop();
        loan.lent.set(true);
        return loan.itself;
    }

    private void giveBack(Loan<T> loan) {
        clear.accept(loan.buffer);
        synchronized (this) {
            if (!closed) {
                idle.push(loan);
                return;
            }
        }
        free.accept(loan.buffer);
    }

    @Override
    public void close() {
        Deque<Loan<T>> unused;
        synchronized (this) {
            closed = true;
            unused = new ArrayDeque<>(idle);
            idle.clear();
        }
        unused.forEach(loan -> free.accept(loan.buffer));
    }

    /**
     * A buffer that was taken. Running it gives the buffer back. It is the same loan each time the buffer is taken, so it is run
     * exactly once per lending, as the core does: one run too many does nothing while the buffer is idle, but takes it away from
     * whoever has it next.
     */
    static final class Loan<T> implements Runnable {
        private final SlotPool<T> pool;
        private final T buffer;
        private final AtomicBoolean lent = new AtomicBoolean();
        private final Optional<Loan<T>> itself = Optional.of(this);

        private Loan(SlotPool<T> pool, T buffer) {
            this.pool = pool;
            this.buffer = buffer;
        }

        T buffer() {
            return buffer;
        }

        @Override
        public void run() {
            if (lent.getAndSet(false)) {
                pool.giveBack(this);
            }
        }
    }
}
