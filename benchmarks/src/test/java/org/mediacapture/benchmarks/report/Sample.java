// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Measured values. Immutable.
 *
 * @param sorted the values, the smallest first
 */
public record Sample(List<Double> sorted) {
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    /** Sorts values. */
    public static Sample of(Collection<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    /** Half of the values are no larger. */
    public double p50() {
        return percentile(P50);
    }

    /** 99 of 100 values are no larger. */
    public double p99() {
        return percentile(P99);
    }

    /** The largest value. */
    public double largest() {
        return percentile(1);
    }

    /** Three columns of a table in Markdown. */
    public String columns() {
        return String.format(Locale.ROOT, "%.1f | %.1f | %.1f", p50(), p99(), largest());
    }

    private double percentile(double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
