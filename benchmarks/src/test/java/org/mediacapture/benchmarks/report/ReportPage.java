// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A report as a page in Markdown, with its plots beside it. Immutable.
 *
 * @param report what was found
 * @param effort with how much effort
 * @param circumstances sentences on where and when
 */
public record ReportPage(Report report, Effort effort, List<String> circumstances) {
    private static final String FULL = "Made with full effort";

    /** Whether a file is the page of a run with full effort, which took long. */
    public static boolean isFull(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).contains(FULL);
    }

    /**
     * Writes the page, and its plots into {@code plots} beside it; those of an earlier page go.
     *
     * @param file the page
     */
    public void write(Path file) throws IOException {
        Path plots = Files.createDirectories(file.resolveSibling("plots"));
        try (var old = Files.list(plots)) {
            for (Path plot :
                    old.filter(path -> path.toString().endsWith(".svg")).toList()) {
                Files.delete(plot);
            }
        }
        for (Plot plot : report.plots()) {
            Files.writeString(plots.resolve(plot.file() + ".svg"), PlotPicture.of(plot));
        }
        Files.writeString(file, text());
    }

    /** The page. */
    public String text() {
        StringBuilder page = new StringBuilder("# Are the goals met?\n\n");
        page.append(effort == Effort.FULL ? FULL : "Made with little effort (" + effort + "), to be read with care");
        page.append(" by `benchmarks/run`; how to read it stands in [README.md](README.md).\n");
        circumstances.forEach(line -> page.append(line).append('\n'));
        goals(page);
        findings(page);
        costs(page);
        report.notes().forEach(note -> page.append('\n').append(note.strip()).append('\n'));
        if (!report.plots().isEmpty()) {
            page.append("\n## Side by side\n");
        }
        report.plots()
                .forEach(plot -> page.append("\n![")
                        .append(plot.title())
                        .append("](plots/")
                        .append(plot.file())
                        .append(".svg)\n"));
        return page.toString();
    }

    private void goals(StringBuilder page) {
        page.append("\n| goal | | met | missed | of these out of reach | not explained |\n|---|---|---|---|---|---|\n");
        for (Goal goal : Goal.values()) {
            page.append(row(
                    goal.name(),
                    goal.words(),
                    count(goal, finding -> finding.verdict() == Verdict.MET),
                    count(goal, Finding::isMissed),
                    count(goal, finding -> finding.isMissed() && finding.isOutOfReach()),
                    count(goal, Finding::isUnexplained)));
        }
    }

    private String count(Goal goal, Predicate<Finding> which) {
        long count = report.findings().stream()
                .filter(finding -> finding.goal().equals(goal.name()))
                .filter(which)
                .count();
        return count == 0 ? "" : Long.toString(count);
    }

    private void findings(StringBuilder page) {
        page.append(
                "\n## Findings\n\n| goal | what | picture | ours | peer | compared to | ratio | limit | | what bounds it |\n");
        page.append("|---|---|---|---|---|---|---|---|---|---|\n");
        for (Goal goal : Goal.values()) {
            for (Finding finding : report.findings()) {
                if (finding.goal().equals(goal.name())) {
                    page.append(row(finding));
                }
            }
        }
    }

    private static String row(Finding finding) {
        String limit = PlotPicture.number(finding.limit());
        return row(
                finding.goal(),
                finding.what(),
                finding.picture(),
                figure(finding.ours(), finding.unit()),
                figure(finding.peer().value(), finding.unit()),
                finding.peer().name(),
                PlotPicture.number(finding.ratio()),
                limit.isEmpty() ? "" : (finding.atLeast() ? "≥ " : "≤ ") + limit,
                finding.verdict().toString(),
                bound(finding));
    }

    /** Of a figure that misses its limit, what it cannot be better than. */
    private static String bound(Finding finding) {
        if (!finding.isMissed()) {
            return "";
        }
        if (finding.isUnexplained()) {
            return "**not measured**";
        }
        Figure bound = finding.bound();
        String part = PlotPicture.number(bound.value() / finding.ours());
        return bound.name() + ": " + figure(bound.value(), finding.unit()) + ", " + part + " of ours"
                + (finding.isOutOfReach() ? ", past the limit alone" : "");
    }

    private static String figure(double value, String unit) {
        return Double.isNaN(value) ? "" : (PlotPicture.number(value) + " " + unit).strip();
    }

    private void costs(StringBuilder page) {
        page.append(
                "\n## What a frame costs\n\nMicroseconds, bytes, and how often a picture is decoded and converted.\n\n");
        page.append(
                "| what | picture | CPU | p50 | p99 | heap | decodes | conversions |\n|---|---|---|---|---|---|---|---|\n");
        for (Cost cost : report.costs()) {
            page.append(row(
                    cost.what(),
                    cost.picture(),
                    PlotPicture.number(cost.cpu()),
                    PlotPicture.number(cost.p50()),
                    PlotPicture.number(cost.p99()),
                    PlotPicture.number(cost.heap()),
                    PlotPicture.number(cost.decodes()),
                    PlotPicture.number(cost.conversions())));
        }
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", Arrays.asList(cells)) + " |\n";
    }
}
