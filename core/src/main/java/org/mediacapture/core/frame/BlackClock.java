// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.time.Duration;
import java.util.Optional;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.FrameData;

/**
 * Stands in for a camera that is released because all its tracks are disabled (TRK-13): it delivers black frames at the camera's
 * rate, so that the tracks go on at theirs. Thread-safe.
 */
public final class BlackClock {
    private final Scheduler scheduler;
    private final FrameFanout fanout;
    private Optional<Ticking> ticking = Optional.empty(); // guarded by this

    /** Makes a clock that stands still. */
    public BlackClock(Scheduler scheduler, FrameFanout fanout) {
        this.scheduler = scheduler;
        this.fanout = fanout;
    }

    /**
     * Delivers black frames from now on, the first after one interval; if it does already, with new values.
     *
     * @param frameRate frames per second, finite and above 0
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @throws IllegalArgumentException if a value is out of range
     */
    public void start(double frameRate, int width, int height) {
        if (!(frameRate > 0 && Double.isFinite(frameRate)) || width < 1 || height < 1) {
            throw new IllegalArgumentException("BlackClock(" + width + "x" + height + "@" + frameRate
                    + "): needs width, height >= 1 and a finite frame rate above 0");
        }
        FrameData black = new BlackFrames().of(width, height, 0);
        synchronized (this) {
            stop();
            Ticking next = new Ticking(black, 1e9 / frameRate, scheduler.nanoTime());
            ticking = Optional.of(next);
            next.await();
        }
    }

    /** Delivers no more; a tick that has not begun does nothing any more. Idempotent. */
    public synchronized void stop() {
        ticking.ifPresent(Ticking::cancel);
        ticking = Optional.empty();
    }

    /** One run of the clock; its ticks come one after the other. */
    private final class Ticking {
        private final FrameData black;
        private final double interval; // nanoseconds
        private final long begun; // nanoseconds
        private long number = 1;
        private Scheduler.Timer timer = () -> {};

        private Ticking(FrameData black, double interval, long begun) {
            this.black = black;
            this.interval = interval;
            this.begun = begun;
        }

        /** Every tick is reckoned from the beginning, so that delays do not add up. */
        private long due() {
            return begun + Math.round(number * interval);
        }

        private void await() {
            timer = scheduler.schedule(Duration.ofNanos(due() - scheduler.nanoTime()), this::tick);
        }

        private void tick() {
            synchronized (BlackClock.this) {
                if (isOver()) {
                    return;
                }
            }
            fanout.deliverStandIn(black, due());
            synchronized (BlackClock.this) {
                if (!isOver()) {
                    long passed = (long) ((scheduler.nanoTime() - begun) / interval);
                    number = Math.max(number, passed) + 1;
                    await();
                }
            }
        }

        private boolean isOver() {
            return ticking.filter(current -> current == this).isEmpty();
        }

        private void cancel() {
            timer.cancel();
        }
    }
}
