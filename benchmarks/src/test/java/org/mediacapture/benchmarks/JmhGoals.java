// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.openjdk.jmh.results.RunResult;

/** Holds what JMH measured to the goals. Stateless. */
final class JmhGoals {
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private JmhGoals() {}

    static void add(Collection<RunResult> results, Report report) {
        Map<String, RunResult> byName = new TreeMap<>();
        results.forEach(result -> byName.put(JmhBenchmarks.nameOf(result), result));
        timeBounded(
                report,
                byName,
                "SolverBenchmark.everyProperty",
                "SelectSettings with every property",
                100,
                "the same without the ten advanced sets",
                "SolverBenchmark.everyPropertyOnce");
        timeBounded(
                report,
                byName,
                "CoreBenchmark.applyConstraintsZoom",
                "applyConstraints, the core's own work",
                20,
                "SelectSettings with width and height",
                "SolverBenchmark.widthAndHeight");
        timeBounded(
                report,
                byName,
                "TrackBenchmark.applyConstraintsZoom",
                "applyConstraints, until it is answered",
                20,
                "a thread that is woken and wakes the caller",
                "TrackBenchmark.handOver");
        time(report, byName, "TrackBenchmark.getUserMediaWarm", "G10", "getUserMedia of a camera that streams", 500);
        time(report, byName, "TrackBenchmark.cloneAndStop", "G11", "clone() and stop()", 3);
        RunResult clone = byName.get("TrackBenchmark.cloneAndStop");
        if (clone != null) {
            double bytes = JmhBenchmarks.bytes(clone);
            report.add(Finding.of("G11", "clone() and stop(), heap", "", bytes, "B", 1024)
                    .boundedBy("the id of a track, a random UUID", bytesOfId()));
        }
        RunResult injected = byName.get("ServiceBenchmark.injected");
        RunResult direct = byName.get("ServiceBenchmark.direct");
        if (injected != null && direct != null) {
            double more =
                    (JmhBenchmarks.microseconds(injected) - JmhBenchmarks.microseconds(direct)) * NANOS_PER_MICROSECOND;
            report.add(Finding.of("G16", "an injected service, more than a direct call", "", more, "ns", 1));
            double bytes = Math.rint(JmhBenchmarks.bytes(injected));
            report.add(Finding.of("G16", "an injected service, heap", "", bytes, "B", 0)
                    .gated());
        }
    }

    private static double bytesOfId() {
        int ids = 2000;
        long length = 0;
        long before = ThreadUse.ownBytes();
        for (int id = 0; id < ids; id++) {
            length += UUID.randomUUID().toString().length();
        }
        double bytes = (double) (ThreadUse.ownBytes() - before) / ids;
        return length == 0 ? Double.NaN : bytes;
    }

    private static void timeBounded(
            Report report,
            Map<String, RunResult> results,
            String name,
            String what,
            double limit,
            String boundName,
            String bound) {
        RunResult result = results.get(name);
        if (result != null && results.containsKey(bound)) {
            double alone = JmhBenchmarks.microseconds(results.get(bound));
            report.add(Finding.of("G9", what, "", JmhBenchmarks.microseconds(result), "µs", limit)
                    .boundedBy(boundName, alone));
        }
    }

    private static void time(
            Report report, Map<String, RunResult> results, String name, String goal, String what, double limit) {
        RunResult result = results.get(name);
        if (result != null) {
            report.add(Finding.of(goal, what, "", JmhBenchmarks.microseconds(result), "µs", limit));
        }
    }
}
