// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Locale;

/**
 * One line of a profile that is kept. Immutable.
 *
 * @param use the id of what was done
 * @param kind {@code time} in µs of processor time, {@code allocation} in bytes, or {@code waits} in waits of a thread for another
 * @param group the part of the system, the thread, or {@link #ALL}
 * @param perOperation how much of it for one operation
 * @param methods those with the largest shares
 */
record ProfileRow(String use, String kind, String group, double perOperation, String methods) {
    /** The group that stands for all others together. */
    static final String ALL = "all";

    /** The first line of a file of rows. */
    static final String HEAD = "use,kind,group,per operation,methods";

    private static final int COLUMNS = 5;

    /** A row from a line of the file. */
    static ProfileRow parse(String line) {
        String[] columns = line.split(",", COLUMNS);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("line: " + line + " has not the columns " + HEAD);
        }
        return new ProfileRow(columns[0], columns[1], columns[2], Double.parseDouble(columns[3]), columns[4]);
    }

    /** The line of the file. */
    String line() {
        return String.join(
                ",",
                use,
                kind,
                group.replace(',', ';'),
                String.format(Locale.ROOT, "%.3f", perOperation),
                methods.replace(',', ';'));
    }
}
