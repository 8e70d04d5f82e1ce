// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns under a header, without borders. Immutable; the only class that knows the table library.
 *
 * @param header the titles of the columns
 * @param rows one text for each column
 * @param whenEmpty what is printed instead of a header without rows
 */
public record Table(List<String> header, List<List<String>> rows, String whenEmpty) implements Printable {
    /** Makes a table; the lists are copied. */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        Objects.requireNonNull(whenEmpty, "whenEmpty");
    }

    @Override
    public String text() {
        if (rows.isEmpty()) {
            return whenEmpty;
        }
        List<com.github.freva.asciitable.ColumnData<List<String>>> columns =
                IntStream.range(0, header.size()).mapToObj(this::column).toList();
        String table = AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .data(rows, columns)
                .asString();
        // The library pads every cell on both sides.
        return table.lines()
                .map(line -> line.substring(1).stripTrailing())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return text();
    }

    private com.github.freva.asciitable.ColumnData<List<String>> column(int index) {
        return new Column()
                .header(header.get(index))
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(Integer.MAX_VALUE)
                .with(row -> oneLine(row.get(index)));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
