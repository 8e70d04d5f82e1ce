// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * All rules, in the order of their file. Immutable.
 *
 * @param byId the rules by their ids
 */
record RuleTable(Map<String, RuleEntry> byId) {
    private static final List<String> COLUMNS = List.of("id", "rule", "link", "missing");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line of it is wrong; the message names file and line
     */
    static RuleTable read(Path file) throws IOException {
        Map<String, RuleEntry> byId = new LinkedHashMap<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw new IllegalArgumentException(
                        file + ": the columns are " + parser.getHeaderNames() + ", and must be " + COLUMNS);
            }
            for (CSVRecord line : parser) {
                RuleEntry rule = entry(file, line);
                if (byId.put(rule.id(), rule) != null) {
                    throw new IllegalArgumentException(file + ": " + rule.id() + " is there twice");
                }
            }
        }
        return new RuleTable(byId);
    }

    private static RuleEntry entry(Path file, CSVRecord line) {
        if (!line.isConsistent()) {
            throw new IllegalArgumentException(file + ", record " + line.getRecordNumber() + ": has " + line.size()
                    + " columns, and must have " + COLUMNS);
        }
        try {
            return RuleEntry.of(line.get("id"), line.get("rule"), line.get("link"), line.get("missing"));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    file + ", record " + line.getRecordNumber() + ": " + wrong.getMessage(), wrong);
        }
    }

    Collection<RuleEntry> all() {
        return byId.values();
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }
}
