// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What tests measure and find, for the tables of {@code docs/hardware.md}: a line for each row, table first, tabs between. Nothing
 * in it is asserted. Thread-safe.
 */
final class LabReport {
    private final Path file;

    LabReport(Path file) {
        this.file = file;
    }

    /** Adds a row, with a value for each column of its table. Numbers get one decimal. */
    synchronized void add(LabTable table, Object... values) {
        String line = table.checked(values)
                .map(LabReport::text)
                .collect(Collectors.joining("\t", table.title() + "\t", "\n"));
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object value) {
        String text = value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
        return text.replaceAll("[\\t\\r\\n|]", " ");
    }
}
