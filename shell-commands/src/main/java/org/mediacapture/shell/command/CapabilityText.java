// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mediacapture.shell.output.Bar;
import org.mediacapture.shell.output.Numbers;

/** What is possible, as a person reads it. Thread-safe. */
final class CapabilityText {
    private CapabilityText() {}

    /**
     * A capability in the shape of the Web IDL as text.
     *
     * @param value a map of a range, a list of choices, or a single choice
     * @return for example "1 to 4, step 0.1" or "auto, off"
     */
    static String of(Object value) {
        if (value instanceof Map<?, ?> range) {
            return range(range, " to ");
        }
        return value instanceof List<?> choices
                ? choices.stream().map(Objects::toString).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /**
     * The same, with the present value where it stands in a range.
     *
     * @param value a map of a range, a list of choices, or a single choice
     * @param now the present value
     * @return for example "1 ──●─────── 4, step 0.1" or "auto, off"
     */
    static String of(Object value, Object now) {
        return value instanceof Map<?, ?> range
                        && now instanceof Number at
                        && range.get("min") instanceof Number min
                        && range.get("max") instanceof Number max
                ? range(range, " " + new Bar(min.doubleValue(), max.doubleValue(), at.doubleValue()) + " ")
                : of(value);
    }

    private static String range(Map<?, ?> range, String between) {
        String ends = Numbers.shown(range.get("min")) + between + Numbers.shown(range.get("max"));
        return range.containsKey("step") ? ends + ", step " + Numbers.shown(range.get("step")) : ends;
    }
}
