// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and prints what they measured as a table in Markdown. */
public final class BenchmarkReport {
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final int WARM_UP_SWAPS = 100;
    private static final int WARM_UP_PHOTOS = 800;
    private static final int SWAPS = 300;
    private static final int PHOTOS = 10_000;

    private final PrintStream out;

    private BenchmarkReport(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs.
     *
     * @param arguments a regular expression that the names of the benchmarks match; none means all
     */
    public static void main(String[] arguments) throws Exception {
        String pattern = arguments.length == 0 ? "org.mediacapture.benchmarks" : arguments[0];
        double loadBefore = load();
        BenchmarkReport report = new BenchmarkReport(System.out);
        report.jmh(pattern);
        if (isWanted(ControlCost.class, pattern)) {
            report.cpu(ControlCost.measure());
        }
        if (isWanted(SwapCost.class, pattern)) {
            SwapCost.measure(WARM_UP_SWAPS, WARM_UP_PHOTOS);
            SwapCost.measure(SWAPS, PHOTOS).print(report.out);
        }
        report.out.printf(
                Locale.ROOT,
                "%nJava %s, %d processors, load average %.1f before and %.1f after.%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load());
    }

    private void jmh(String pattern) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().include(pattern).addProfiler(GCProfiler.class);
        try {
            table(new Runner(options.build()).run());
        } catch (NoBenchmarksException none) {
            if (!isWanted(ControlCost.class, pattern) && !isWanted(SwapCost.class, pattern)) {
                throw none;
            }
        }
    }

    /** Whether a measurement that is none of JMH's is asked for. */
    private static boolean isWanted(Class<?> measurement, String pattern) {
        return Pattern.compile(pattern).matcher(measurement.getName()).find();
    }

    private void table(Collection<RunResult> results) {
        List<String> lines = new ArrayList<>();
        for (RunResult result : results) {
            lines.add(line(result));
        }
        out.println();
        out.println("| benchmark | p50 or mean, µs | p99, µs | allocated, B |");
        out.println("|---|---|---|---|");
        lines.forEach(out::println);
    }

    private static String line(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String name = benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
        boolean sampled = result.getParams().getMode() == Mode.SampleTime;
        var times = result.getPrimaryResult();
        double middle = sampled ? times.getStatistics().getPercentile(P50) : times.getScore();
        String late = sampled ? number(times.getStatistics().getPercentile(P99)) : "";
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        String bytes = allocated == null ? "" : String.format(Locale.ROOT, "%.0f", allocated.getScore());
        return "| " + name + " | " + number(middle) + " | " + late + " | " + bytes + " |";
    }

    private void cpu(ControlCost cost) {
        out.println();
        out.printf(
                Locale.ROOT,
                "applyConstraints, CPU time of the whole process for one call: %.1f µs; an idle stream is subtracted.%n",
                cost.microsecondsPerCall());
    }

    private static String number(double microseconds) {
        return String.format(Locale.ROOT, microseconds < 10 ? "%.2f" : "%.1f", microseconds);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
