// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;

/**
 * The frames of a session from one start to the next stop. Ticks on the timer's thread; is ended from any. No lock is held
 * while the sink is called.
 */
final class MockStream implements FrameTimer.Tick {
    private static final int BUFFERS = 6;

    private final FrameSink sink;
    private final FrameMaker maker;
    private final FramePool pool;
    private final Timing timing;
    private final Supplier<ControlValues> values;
    private final Ending ending;

    // Confined to the timer's thread.
    private long delivered;

    // Guarded by this.
    private long nextSequence;
    private boolean ended;
    private boolean closed;
    private Optional<Thread> drawing = Optional.empty();

    /**
     * When the frames of a stream are taken, and how they are numbered.
     *
     * @param schedule the times of the frames of this stream
     * @param origin the time at which the session first streamed, from which elapsed time counts
     * @param firstSequence the number that frame 0 of this stream has in the session
     */
    record Timing(FrameSchedule schedule, long origin, long firstSequence) {}

    /**
     * How a stream ends by itself.
     *
     * @param frames the number of frames after which it does
     * @param message what the sink is told
     */
    record Ending(long frames, String message) {}

    MockStream(FrameSink sink, FrameMaker maker, Timing timing, Supplier<ControlValues> values, Ending ending) {
        this.sink = sink;
        this.maker = maker;
        this.pool = new FramePool(maker, BUFFERS);
        this.timing = timing;
        this.values = values;
        this.ending = ending;
        this.nextSequence = timing.firstSequence();
    }

    @Override
    public long tick(long now) {
        if (!enter()) {
            return FrameTimer.NEVER;
        }
        try {
            long number = timing.schedule().numberAt(now);
            deliver(number);
            if (delivered < ending.frames()) {
                return timing.schedule().timeOf(number + 1) - now;
            }
            end();
            sink.ended(EndCause.LOST, ending.message());
            return FrameTimer.NEVER;
        } catch (UncheckedIOException e) {
            end();
            sink.ended(EndCause.FAILED, e.getMessage());
            return FrameTimer.NEVER;
        } finally {
            leave();
        }
    }

    /** Ends the stream: no further frame is begun. Does not wait for the one that is being drawn. */
    synchronized void end() {
        ended = true;
        if (drawing.isEmpty()) {
            maker.close();
        }
    }

    /** Ends the stream and everything that waits for it. */
    synchronized void close() {
        closed = true;
        end();
        notifyAll();
    }

    /** Waits until the sink has the frame that is being drawn; not on the timer's own thread, nor after {@link #close}. */
    synchronized void awaitEnd() throws InterruptedException {
        while (!closed && drawing.isPresent() && !isDrawnByCaller()) {
            wait();
        }
    }

    /** Whether the caller is the sink, called with a frame of this stream. */
    synchronized boolean isDrawnByCaller() {
        return drawing.filter(thread -> thread == Thread.currentThread()).isPresent();
    }

    /** The number that follows that of the last frame delivered. */
    synchronized long nextSequence() {
        return nextSequence;
    }

    private void deliver(long number) {
        Optional<FramePool.Loan> taken = pool.take();
        if (taken.isEmpty()) {
            return; // all are lent: this frame is dropped, and the gap in the sequence tells
        }
        FramePool.Loan loan = taken.get();
        long time = timing.schedule().timeOf(number);
        long sequence = timing.firstSequence() + number;
        loan.buffer().fill(time - timing.origin(), sequence, values.get());
        synchronized (this) {
            nextSequence = sequence + 1;
        }
        delivered++;
        sink.frame(loan.buffer().data(), sequence, time, loan);
    }

    private synchronized boolean enter() {
        if (!ended) {
            drawing = Optional.of(Thread.currentThread());
        }
        return !ended;
    }

    private synchronized void leave() {
        drawing = Optional.empty();
        if (ended) {
            maker.close();
        }
        notifyAll();
    }
}
