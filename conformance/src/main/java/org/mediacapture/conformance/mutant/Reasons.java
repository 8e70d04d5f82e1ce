// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.conformance.mutant;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Why mutants survive, written by hand in {@code docs/conformance/mutants.csv}. Immutable.
 *
 * @param byKey the reasons by the keys of the mutants
 */
record Reasons(Map<String, String> byKey) {
    private static final List<String> COLUMNS = List.of("mutant", "reason");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line of it is wrong; the message names file and line
     */
    static Reasons read(Path file) throws IOException {
        Map<String, String> byKey = new LinkedHashMap<>();
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            if (!parser.getHeaderNames().equals(COLUMNS)) {
                throw new IllegalArgumentException(
                        file + ": the columns are " + parser.getHeaderNames() + ", and must be " + COLUMNS);
            }
            for (CSVRecord line : parser) {
                if (!line.isConsistent() || line.get("reason").isBlank()) {
                    throw new IllegalArgumentException(file + ", record " + line.getRecordNumber() + ": has no reason");
                }
                if (byKey.put(line.get("mutant"), line.get("reason")) != null) {
                    throw new IllegalArgumentException(file + ": " + line.get("mutant") + " is there twice");
                }
            }
        }
        return new Reasons(byKey);
    }

    Optional<String> of(Mutant mutant) {
        return Optional.ofNullable(byKey.get(mutant.key()));
    }

    /**
     * Keys whose mutant was noticed by this run, or does not exist; only a run over everything can tell. One that ran out of time may
     * survive the next run.
     */
    Set<String> stale(List<Mutant> mutants) {
        Set<String> stale = new TreeSet<>(byKey.keySet());
        stale.removeAll(mutants.stream()
                .filter(mutant -> mutant.fate() != Mutant.Fate.NOTICED)
                .map(Mutant::key)
                .collect(Collectors.toSet()));
        return stale;
    }
}
