// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.network;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mediacapture.benchmarks.report.Sample;

/**
 * What one reader took in several turns. Immutable.
 *
 * @param all the turns, at least one
 */
public record Readings(List<Reading> all) {
    private static final double MICROSECONDS_PER_MILLISECOND = 1e3;

    /** Copies the list. */
    public Readings {
        all = List.copyOf(all);
    }

    /** Microseconds of CPU time for a picture, the median of the turns. */
    public double cpu() {
        return median(Reading::cpu);
    }

    /** Bytes of heap for a picture, the median of the turns. */
    public double heap() {
        return median(Reading::heap);
    }

    /** Pictures that arrived, in all turns. */
    public double count() {
        return all.stream().mapToInt(one -> one.ages().size()).sum();
    }

    /** Pictures that did not arrive, in all turns. */
    public int missing() {
        return all.stream().mapToInt(Reading::missing).sum();
    }

    /** Microseconds from the moment in which a picture began to be sent to that of its arrival, of all turns. */
    public Sample ages() {
        return Sample.of(all.stream().flatMap(one -> one.ages().stream()).toList());
    }

    /** The median of the ages in milliseconds. */
    public double p50() {
        return ages().p50() / MICROSECONDS_PER_MILLISECOND;
    }

    /** Milliseconds that 99 of 100 ages do not exceed. */
    public double p99() {
        return ages().p99() / MICROSECONDS_PER_MILLISECOND;
    }

    private double median(ToDoubleFunction<Reading> figure) {
        return Sample.of(all.stream().map(figure::applyAsDouble).toList()).p50();
    }
}
