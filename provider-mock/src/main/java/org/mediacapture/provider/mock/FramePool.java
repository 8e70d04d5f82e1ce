// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The buffers of one stream: made when they are first needed, lent, and lent again when they came back. Lent buffers live on
 * after the stream. Buffers are taken by one thread; they come back on any.
 */
final class FramePool {
    private final FrameMaker maker;
    private final int size;
    private final List<Loan> loans;

    /** A pool of at most {@code size} buffers. */
    FramePool(FrameMaker maker, int size) {
        this.maker = maker;
        this.size = size;
        this.loans = new ArrayList<>(size);
    }

    /** A buffer that nobody reads, or empty if all are lent. */
    Optional<Loan> take() {
        for (int i = 0; i < loans.size(); i++) {
            Loan loan = loans.get(i);
            if (loan.lent.compareAndSet(false, true)) {
                return loan.itself;
            }
        }
        if (loans.size() == size) {
            return Optional.empty();
        }
        Loan loan = new Loan(maker.newBuffer());
        loan.lent.set(true);
        loans.add(loan);
        return loan.itself;
    }

    /** A buffer that may be lent; running it gives the buffer back. Everything is made once, so that lending makes nothing. */
    static final class Loan implements Runnable {
        private final FrameBuffer buffer;
        private final AtomicBoolean lent = new AtomicBoolean();
        private final Optional<Loan> itself = Optional.of(this);

        private Loan(FrameBuffer buffer) {
            this.buffer = buffer;
        }

        FrameBuffer buffer() {
            return buffer;
        }

        @Override
        public void run() {
            lent.set(false);
        }
    }
}
