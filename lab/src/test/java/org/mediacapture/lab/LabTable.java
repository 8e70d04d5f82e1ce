// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of the report, and their columns. */
enum LabTable {
    /** A row for each camera and provider. */
    DEVICES("camera", "driver", "provider", "modes found"),
    /** A row for each control that a provider steers. */
    CONTROLS("camera", "W3C name", "V4L2 name", "range", "unit"),
    /** A row for each mode measured. */
    RATES("camera", "provider", "mode", "frames/s", "frames/s of v4l2-ctl"),
    /** A row for each way of coming and going. */
    TIMES("camera", "provider", "event", "ms");

    private final List<String> columns;

    LabTable(String... columns) {
        this.columns = List.of(columns);
    }

    /** How the report and the page name it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return columns;
    }

    /** The values of a row, if there is one for each column. */
    Stream<Object> checked(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(
                    "The table " + title() + " has the columns " + columns + ", but got " + List.of(values));
        }
        return Stream.of(values);
    }
}
