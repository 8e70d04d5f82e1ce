// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Report;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What is a function and no pipeline, measured by JMH in a JVM of its own: p50 where calls are sampled, else the mean. Confined to
 * one thread.
 *
 * @param name of the experiment
 * @param include a regular expression for the names of the benchmarks
 */
record JmhBenchmarks(String name, String include) implements Experiment {
    private static final double P50 = 50;
    private static final double P99 = 99;

    @Override
    public void run(Report report, Effort effort) throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .forks(effort.of(1, 1, 0))
                .warmupIterations(effort.of(3, 2, 0))
                .warmupTime(TimeValue.milliseconds(effort.of(1_000, 250, 1)))
                .measurementIterations(effort.of(6, 2, 1))
                .measurementTime(TimeValue.milliseconds(effort.of(1_000, 250, 50)));
        Collection<RunResult> results = new Runner(options.build()).run();
        StringBuilder table = new StringBuilder("## " + name
                + "\n\n| benchmark | p50 or mean, µs | ± | p99, µs | allocated, B |\n|---|---|---|---|---|\n");
        for (RunResult result : results) {
            table.append(line(result));
        }
        report.note(table.toString());
        JmhGoals.add(results, report);
    }

    private static String line(RunResult result) {
        double error = result.getPrimaryResult().getScoreError();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %.0f |%n",
                nameOf(result),
                number(microseconds(result)),
                Double.isNaN(error) ? "" : number(error),
                isSampled(result)
                        ? number(result.getPrimaryResult().getStatistics().getPercentile(P99))
                        : "",
                bytes(result));
    }

    /** As in "TrackBenchmark.cloneAndStop". */
    static String nameOf(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
    }

    static double microseconds(RunResult result) {
        var times = result.getPrimaryResult();
        return isSampled(result) ? times.getStatistics().getPercentile(P50) : times.getScore();
    }

    static double bytes(RunResult result) {
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return allocated == null ? Double.NaN : allocated.getScore();
    }

    private static boolean isSampled(RunResult result) {
        return result.getParams().getMode() == Mode.SampleTime;
    }

    private static String number(double microseconds) {
        return String.format(
                Locale.ROOT, microseconds < 1 ? "%.4f" : microseconds < 10 ? "%.2f" : "%.1f", microseconds);
    }
}
