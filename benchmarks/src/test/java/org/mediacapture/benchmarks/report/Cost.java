// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/**
 * What one way of doing something costs for each frame. NaN stands for what was not measured. Immutable.
 *
 * @param what what was done, and by whom
 * @param picture what the frames showed and how large they were
 * @param cpu microseconds of CPU time, the median
 * @param p50 microseconds of the clock, the median
 * @param p99 microseconds of the clock that 99 of 100 do not exceed
 * @param heap bytes of heap that are allocated, on all threads
 * @param decodes how often the picture is decoded
 * @param conversions how often it is converted
 */
public record Cost(
        String what,
        String picture,
        double cpu,
        double p50,
        double p99,
        double heap,
        double decodes,
        double conversions) {
    private static final double UNKNOWN = Double.NaN;

    /** How long somebody waits. */
    public static Cost ofDelay(String what, String picture, Sample microseconds) {
        return new Cost(what, picture, UNKNOWN, microseconds.p50(), microseconds.p99(), UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /** What is worked and allocated. */
    public static Cost ofWork(String what, String picture, double cpu, double heap) {
        return new Cost(what, picture, cpu, UNKNOWN, UNKNOWN, heap, UNKNOWN, UNKNOWN);
    }

    /** What is worked, and nothing else is known of. */
    public static Cost ofWork(String what, String picture, double cpu) {
        return ofWork(what, picture, cpu, UNKNOWN);
    }

    /** The same, and how long somebody waits. */
    public Cost withDelay(Sample microseconds) {
        return new Cost(what, picture, cpu, microseconds.p50(), microseconds.p99(), heap, decodes, conversions);
    }

    /** How often a codec is asked. */
    public static Cost ofCounts(String what, String picture, double decodes, double conversions) {
        return new Cost(what, picture, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, decodes, conversions);
    }
}
