// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.output.Numbers;
import org.mediacapture.shell.output.Table;

/** Constraints as a person reads them. Thread-safe. */
final class ConstraintsTable {
    private ConstraintsTable() {}

    static Table of(MediaTrackConstraints constraints) {
        Stream<List<String>> advanced = IntStream.range(
                        0, constraints.advanced().size())
                .boxed()
                .flatMap(index ->
                        rows("advanced " + (index + 1), constraints.advanced().get(index)));
        return new Table(
                List.of("SET", "PROPERTY", "ASKED", "UNIT"),
                Stream.concat(rows("basic", constraints.basic()), advanced).toList(),
                "nothing is asked of the track");
    }

    private static Stream<List<String>> rows(String name, MediaTrackConstraintSet set) {
        Map<String, Object> asked = set.toMap();
        return set.properties().stream()
                .map(property -> List.of(name, property.name(), shown(asked.get(property.name())), property.unit()));
    }

    private static String shown(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> member.getKey() + " " + shown(member.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof List<?> choices
                ? choices.stream().map(ConstraintsTable::shown).collect(Collectors.joining(" or "))
                : Numbers.shown(value);
    }
}
