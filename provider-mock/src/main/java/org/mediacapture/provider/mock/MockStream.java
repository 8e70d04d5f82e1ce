// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.mediacapture.constraint.MediaTrackSettings;
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
    private final Supplier<Look> look;
    private final ControlWatch watch;
    private final Script script;
    private final long lastFrame;

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
     * How a stream goes wrong.
     *
     * @param faults what happens, and when
     * @param address the camera, for messages
     * @param unplug pulls the camera out; called before the sink is told of it
     */
    record Script(StreamFaults faults, String address, Runnable unplug) {}

    MockStream(
            FrameSink sink, FrameMaker maker, Timing timing, Supplier<Look> look, ControlWatch watch, Script script) {
        this.sink = sink;
        this.maker = maker;
        this.pool = new FramePool(maker, BUFFERS);
        this.timing = timing;
        this.look = look;
        this.watch = watch;
        this.script = script;
        this.nextSequence = timing.firstSequence();
        this.lastFrame =
                script.faults().ending().map(StreamFaults.Ending::frames).orElse(Long.MAX_VALUE);
    }

    @Override
    public long tick(long now) {
        if (!enter()) {
            return FrameTimer.NEVER;
        }
        try {
            long number = timing.schedule().numberAt(now);
            deliver(number);
            if (delivered < lastFrame) {
                return timing.schedule().timeOf(number + 1) - now;
            }
            finish(script.faults().ending().orElseThrow().kind());
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

    private void finish(StreamFaults.Kind kind) {
        if (kind == StreamFaults.Kind.STALLS) {
            return; // the camera neither delivers nor complains
        }
        end();
        if (kind == StreamFaults.Kind.UNPLUGS) {
            script.unplug().run(); // whoever opens it anew because of what the sink is told finds nothing
            sink.ended(EndCause.UNPLUGGED, script.address() + ": pulled out, as its faults say");
        } else {
            sink.ended(EndCause.LOST, script.address() + ": the connection broke, as its faults say");
        }
    }

    private void deliver(long number) {
        long sequence = timing.firstSequence() + number;
        if (script.faults().drops(sequence)) {
            return;
        }
        Optional<FramePool.Loan> taken = pool.take();
        if (taken.isEmpty()) {
            return; // all are lent: this frame is dropped, and the gap in the sequence tells
        }
        FramePool.Loan loan = taken.get();
        long time = timing.schedule().timeOf(number);
        loan.buffer().fill(time - timing.origin(), sequence, look.get());
        if (script.faults().corrupts(sequence)) {
            loan.buffer().cutShort();
        }
        synchronized (this) {
            nextSequence = sequence + 1;
        }
        delivered++;
        sink.frame(loan.buffer().data(), sequence, time, loan);
        Optional<MediaTrackSettings> moved = watch.look(sequence);
        if (moved.isPresent()) {
            sink.controlsChanged(moved.get());
        }
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
