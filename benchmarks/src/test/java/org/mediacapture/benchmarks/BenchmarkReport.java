// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.ReportPage;

/** Runs the experiments and writes what they found as a page. */
public final class BenchmarkReport {
    private static final String QUICK = "--quick";
    private static final double MILLISECONDS_PER_SECOND = 1e3;

    private final PrintStream progress;
    private final Report report = new Report();
    private final List<String> broken = new ArrayList<>();

    private BenchmarkReport(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Runs. Ends with 1 when something failed that must hold on every machine.
     *
     * @param arguments the folder of the benchmarks, then {@code --quick}, a regular expression for the names of experiments, both or
     *     none
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        Path folder = Path.of(words.remove(0));
        Effort effort = words.remove(QUICK) ? Effort.QUICK : Effort.FULL;
        List<Experiment> wanted = words.isEmpty() ? Experiments.ALL : Experiments.matching(words.get(0));
        BenchmarkReport run = new BenchmarkReport(System.err);
        String before = load();
        run.run(wanted, effort);
        Path page = page(folder, effort, words.isEmpty());
        new ReportPage(run.report, effort, circumstances(before)).write(page);
        System.exit(run.conclude(page) ? 0 : 1); // natives and frameworks may have left threads behind
    }

    /** Only a run of everything makes the page that is kept, and never one of little effort in place of one of full effort. */
    private static Path page(Path folder, Effort effort, boolean everything) throws IOException {
        Path kept = folder.resolve("report.md");
        boolean worse = effort != Effort.FULL && ReportPage.isFull(kept);
        return everything && !worse
                ? kept
                : Files.createDirectories(folder.resolve("target/report")).resolve("report.md");
    }

    private void run(List<Experiment> wanted, Effort effort) {
        int number = 0;
        for (Experiment experiment : wanted) {
            number++;
            progress.printf("[%d/%d] %s ... ", number, wanted.size(), experiment.name());
            progress.flush();
            long begun = System.nanoTime();
            try {
                experiment.run(report, effort);
                progress.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - begun) / 1e9);
            } catch (Exception | LinkageError failure) {
                broken.add(experiment.name() + ": " + failure);
                progress.println("broken");
                failure.printStackTrace(progress);
            }
        }
        broken.forEach(line -> report.note("**Broken:** " + line));
    }

    private boolean conclude(Path page) {
        progress.println(page);
        for (Finding failed : report.failed()) {
            progress.printf(
                    Locale.ROOT,
                    "FAILED: %s %s %s: %.2f, the run must keep %.2f%n",
                    failed.goal(),
                    failed.what(),
                    failed.picture(),
                    failed.held(),
                    failed.gate());
        }
        broken.forEach(line -> progress.println("BROKEN: " + line));
        return broken.isEmpty() && report.failed().isEmpty();
    }

    private static List<String> circumstances(String before) throws IOException {
        return List.of(
                "",
                String.format(
                        Locale.ROOT,
                        "%s: %s, %d processors, %s %s. Java %s (%s), heap of at most %d MB. FFmpeg %s.",
                        LocalDate.now(),
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version(),
                        System.getProperty("java.vm.name"),
                        Runtime.getRuntime().maxMemory() >> 20,
                        avutil.av_version_info().getString()),
                "Load average before " + before + ", after " + load() + "; the run took "
                        + Math.round(ManagementFactory.getRuntimeMXBean().getUptime() / MILLISECONDS_PER_SECOND)
                        + " s.");
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        return Pattern.compile("model name\\s*: (.*)")
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
