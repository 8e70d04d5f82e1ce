// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;

/**
 * What an examination found. Immutable.
 *
 * @param entries the findings, in the order of the checks
 */
public record Diagnosis(List<Entry> entries) implements Printable {
    private static final String ADVICE = "do:";

    /**
     * A finding with what it is about.
     *
     * @param subject what was looked at
     * @param finding what was found
     */
    public record Entry(String subject, Finding finding) {
        /** Makes an entry. */
        public Entry {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(finding, "finding");
        }
    }

    /** Makes a diagnosis; the list is copied. */
    public Diagnosis {
        entries = List.copyOf(entries);
    }

    @Override
    public String text() {
        int width = entries.stream()
                .mapToInt(entry -> entry.subject().length())
                .max()
                .orElse(0);
        String format = "%-8s %-" + Math.max(1, width) + "s  %s";
        return Stream.concat(entries.stream().flatMap(entry -> lines(format, entry)), Stream.of(summary()))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(String format, Entry entry) {
        Finding finding = entry.finding();
        String found = String.format(format, finding.severity().value(), entry.subject(), finding.text());
        return finding.advice().isEmpty()
                ? Stream.of(found)
                : Stream.of(found, String.format(format, "", "", ADVICE + " " + finding.advice()));
    }

    private String summary() {
        return counted(Severity.PROBLEM, "problem") + ", " + counted(Severity.NOTE, "note") + ", " + count(Severity.OK)
                + " ok";
    }

    private String counted(Severity severity, String word) {
        long count = count(severity);
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private long count(Severity severity) {
        return entries.stream()
                .filter(entry -> entry.finding().severity() == severity)
                .count();
    }

    /**
     * The diagnosis as a JSON document.
     *
     * @return the number of problems and notes, and the findings
     */
    public JsonDocument toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("problems", count(Severity.PROBLEM));
        members.put("notes", count(Severity.NOTE));
        members.put("findings", entries.stream().map(Diagnosis::members).toList());
        return new JsonDocument(members);
    }

    private static Map<String, Object> members(Entry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("severity", entry.finding().severity().value());
        members.put("subject", entry.subject());
        members.put("text", entry.finding().text());
        members.put("advice", entry.finding().advice());
        return members;
    }

    @Override
    public String toString() {
        return text();
    }
}
