// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Notes when something changes its state, and tells for how long each state lasted. Thread-safe. */
final class SpanLog {
    private final DoubleSupplier clock;
    private final List<Timeline.Span> spans = new ArrayList<>(); // guarded by this
    private double since; // guarded by this
    private String state; // guarded by this

    /**
     * Begins.
     *
     * @param clock milliseconds
     * @param state the state at the beginning; "" is nothing worth a note
     */
    SpanLog(DoubleSupplier clock, String state) {
        this.clock = clock;
        this.since = clock.getAsDouble();
        this.state = state;
    }

    /** It is in a state now, perhaps in the same as before. */
    synchronized void now(String next) {
        double now = clock.getAsDouble();
        if (!next.equals(state)) {
            end(now);
            since = now;
            state = next;
        }
    }

    /** The spans until now. */
    synchronized List<Timeline.Span> spans() {
        double now = clock.getAsDouble();
        end(now);
        since = now;
        return List.copyOf(spans);
    }

    private void end(double now) {
        if (!state.isEmpty()) {
            spans.add(new Timeline.Span(since, now, state));
        }
    }
}
