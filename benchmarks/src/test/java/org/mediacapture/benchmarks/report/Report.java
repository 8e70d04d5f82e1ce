// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** Collects what experiments find. Confined to the thread that runs them. */
public final class Report {
    private final List<Finding> findings = new ArrayList<>();
    private final List<Cost> costs = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds a figure that is held to a goal. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds what a way of doing something costs. */
    public void add(Cost cost) {
        costs.add(cost);
    }

    /** Adds a picture. */
    public void add(Plot plot) {
        plots.add(plot);
    }

    /** Adds something to be read, in Markdown: a sentence, or a table. */
    public void note(String markdown) {
        notes.add(markdown);
    }

    /** The figures so far. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The costs so far. */
    public List<Cost> costs() {
        return List.copyOf(costs);
    }

    /** The pictures so far. */
    public List<Plot> plots() {
        return List.copyOf(plots);
    }

    /** The notes so far. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** The figures for which a run fails. */
    public List<Finding> failed() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .toList();
    }
}
