// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows in aligned columns under a header, without borders. Where a screen is narrower, the widest columns give way: texts go on
 * in the next line, and single words, such as identifiers, are cut. Immutable; the only class that knows the table library.
 *
 * @param header the titles of the columns
 * @param rows one text for each column
 * @param whenEmpty what is printed instead of a header without rows
 * @param width how many characters a line may have
 */
public record Table(List<String> header, List<List<String>> rows, String whenEmpty, int width) implements Printable {
    /** Makes a table; the lists are copied. */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        Objects.requireNonNull(whenEmpty, "whenEmpty");
    }

    /** Makes a table as wide as its texts. */
    public Table(List<String> header, List<List<String>> rows, String whenEmpty) {
        this(header, rows, whenEmpty, Integer.MAX_VALUE);
    }

    @Override
    public Table within(Screen screen) {
        return screen.terminal() ? new Table(header, rows, whenEmpty, screen.columns()) : this;
    }

    @Override
    public String text() {
        if (rows.isEmpty()) {
            return whenEmpty;
        }
        ColumnWidths widths = ColumnWidths.of(header, rows, width);
        List<ColumnData<List<String>>> columns = IntStream.range(0, header.size())
                .mapToObj(index -> column(index, widths.of(index)))
                .toList();
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

    private ColumnData<List<String>> column(int index, int widest) {
        return new Column()
                .header(header.get(index))
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(widest + ColumnWidths.PADDING, OverflowBehaviour.NEWLINE)
                .with(row -> cell(row.get(index), widest));
    }

    private static String cell(String text, int widest) {
        return Arrays.stream(text.split("\\s+"))
                .map(word -> word.length() <= widest ? word : word.substring(0, widest - 1) + "…")
                .collect(Collectors.joining(" "));
    }
}
