// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are. Immutable.
 *
 * @param widths in characters, without the blanks between columns
 */
record ColumnWidths(List<Integer> widths) {
    /** Blanks that each cell has around it. */
    static final int PADDING = 2;

    /** Narrower than this nothing can be read. */
    private static final int NARROWEST = 8;

    ColumnWidths {
        widths = List.copyOf(widths);
    }

    /** As wide as the texts are; where that is more than a line has, the widest columns give way, down to what can be read. */
    static ColumnWidths of(List<String> header, List<List<String>> rows, int line) {
        List<Integer> widths = new ArrayList<>(IntStream.range(0, header.size())
                .mapToObj(column -> natural(column, header, rows))
                .toList());
        // The first and the last blank of a line are not printed.
        long excess = widths.stream().mapToLong(width -> width + PADDING).sum() - PADDING - line;
        for (; excess > 0; excess--) {
            int widest = Collections.max(widths);
            int column = widths.lastIndexOf(widest);
            if (widest <= Math.max(NARROWEST, header.get(column).length())) {
                break;
            }
            widths.set(column, widest - 1);
        }
        return new ColumnWidths(widths);
    }

    /** The width of a column. */
    int of(int column) {
        return widths.get(column);
    }

    private static int natural(int column, List<String> header, List<List<String>> rows) {
        int widest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, header.get(column).length());
    }
}
