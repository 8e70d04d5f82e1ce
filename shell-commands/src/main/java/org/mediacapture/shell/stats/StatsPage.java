// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.stats;

import java.util.List;
import java.util.Objects;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;

/**
 * Statistics at a moment, as a table and as JSON. Immutable.
 *
 * @param rows what a person reads
 * @param members what a program reads: a list, or the map of one track
 */
public record StatsPage(List<StatsRow> rows, Object members) {
    /** Makes a page; the list is copied. */
    public StatsPage {
        rows = List.copyOf(rows);
        Objects.requireNonNull(members, "members");
    }

    /**
     * The page as a command answers it.
     *
     * @param json whether as JSON
     * @return the document or the table
     */
    public Printable shown(boolean json) {
        return json ? new JsonDocument(members) : table();
    }

    private Table table() {
        return new Table(
                StatsRow.HEADER,
                rows.stream().map(StatsRow::cells).toList(),
                "there is no camera; camera:add URL adds one");
    }
}
