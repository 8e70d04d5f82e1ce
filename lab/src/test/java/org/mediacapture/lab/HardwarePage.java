// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the tables of {@code docs/hardware.md} from a report; the rest of the page is left as it is. Immutable. */
final class HardwarePage {
    private static final String END = "<!-- end -->";

    private final String report;

    HardwarePage(String report) {
        this.report = report;
    }

    /**
     * Rewrites the page.
     *
     * @param arguments the report and the page
     */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]);
        HardwarePage tables = new HardwarePage(Files.readString(Path.of(arguments[0])));
        Files.writeString(page, tables.rewrite(Files.readString(page)));
    }

    /** The page with new tables, each between a line that names it and a line that ends it. */
    String rewrite(String page) {
        String written = page;
        for (LabTable table : LabTable.values()) {
            String begin = "<!-- lab: " + table.title() + " -->\n";
            int from = written.indexOf(begin) + begin.length();
            int to = written.indexOf(END, from);
            if (from < begin.length() || to < 0) {
                throw new IllegalArgumentException(
                        "The page has no lines " + begin.strip() + " and " + END + " to put the table between");
            }
            written = written.substring(0, from) + "\n" + markdown(table) + "\n" + written.substring(to);
        }
        return written;
    }

    private String markdown(LabTable table) {
        String head =
                row(table.columns()) + row(Collections.nCopies(table.columns().size(), "---"));
        Set<String> rows = report.lines()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(fields -> fields.get(0).equals(table.title()))
                .map(fields -> row(fields.subList(1, fields.size())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return head + String.join("", rows);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
