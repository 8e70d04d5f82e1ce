// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.core.frame.FrameFanout;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.provider.VideoMode;

/** Notices that a stream does not begin or has stopped. Confined to the strand. */
final class StreamWatch {
    private final Scheduler scheduler;
    private final Strand strand;
    private final FrameFanout fanout;
    private Optional<Watch> watch = Optional.empty();

    StreamWatch(Scheduler scheduler, Strand strand, FrameFanout fanout) {
        this.scheduler = scheduler;
        this.strand = strand;
        this.fanout = fanout;
    }

    /** Watches a stream that has just begun; slow streams get the time of a few frames. */
    void start(VideoMode mode, Deadlines deadlines, Consumer<String> onSilence) {
        stop();
        watch = Optional.of(new Watch(
                fanout.lastArrival(),
                scheduler.nanoTime(),
                Deadlines.orFrames(deadlines.firstFrame(), mode.frameRate()),
                Deadlines.orFrames(deadlines.stall(), mode.frameRate()),
                onSilence));
        watch.get().check();
    }

    /** Watches no more, until started again. */
    void stop() {
        watch.ifPresent(Watch::cancel);
        watch = Optional.empty();
    }

    private final class Watch {
        private final long begun;
        private final long since; // a start may take longer than a first frame may
        private final Duration first;
        private final Duration stall;
        private final Consumer<String> onSilence;
        private Scheduler.Timer timer = () -> {};
        private boolean cancelled;

        private Watch(long begun, long since, Duration first, Duration stall, Consumer<String> onSilence) {
            this.begun = begun;
            this.since = since;
            this.first = first;
            this.stall = stall;
            this.onSilence = onSilence;
        }

        private void check() {
            if (cancelled) {
                return;
            }
            long last = fanout.lastArrival();
            Duration limit = last == begun ? first : stall;
            Duration left = limit.minusNanos(scheduler.nanoTime() - Math.max(last, since));
            if (left.isNegative() || left.isZero()) {
                onSilence.accept("no frame for " + Deadlines.inWords(limit));
            } else {
                timer = scheduler.schedule(left, () -> strand.execute(this::check));
            }
        }

        private void cancel() {
            cancelled = true;
            timer.cancel();
        }
    }
}
