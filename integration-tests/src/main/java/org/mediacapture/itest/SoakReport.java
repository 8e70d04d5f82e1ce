// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how far a soak is, and a table at its end: lines that begin with "soak> " for progress and with "soak: " for what stays,
 * for the script to tell them from what else is printed. Confined to the test's thread.
 */
final class SoakReport {
    private final PrintStream out;
    private final boolean watched;
    private final List<SoakRow> rows = new ArrayList<>();

    /**
     * Makes a report.
     *
     * @param watched whether somebody wants to see the progress
     */
    SoakReport(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    void progress(String name, int swap, int swaps, long seconds) {
        if (watched) {
            out.printf("soak> %s, swap %d of %d, %d s%n", name, swap, swaps, seconds);
        }
    }

    void add(SoakRow row) {
        rows.add(row);
        row.complaints().forEach(complaint -> out.printf("soak: %s: %s%n", row.name(), complaint));
    }

    /** Prints the table, before and after. */
    void table() {
        out.println("soak: " + SoakRow.HEAD);
        rows.forEach(row -> out.println("soak: " + row));
    }

    /** What went wrong and what was left, of all kinds. */
    List<String> complaints() {
        return rows.stream()
                .flatMap(row -> row.complaints().stream().map(complaint -> row.name() + ": " + complaint))
                .toList();
    }
}
