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
            return range(range);
        }
        return value instanceof List<?> choices
                ? choices.stream().map(Objects::toString).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    /**
     * Where a range begins.
     *
     * @param value a capability in the shape of the Web IDL
     * @return its least value, or "" for choices
     */
    static String min(Object value) {
        return value instanceof Map<?, ?> range ? Numbers.shown(range.get("min")) : "";
    }

    /**
     * What follows {@link #min}.
     *
     * @param value a capability in the shape of the Web IDL
     * @param now the present value
     * @return for example "──●─────── 4, step 0.1" or "auto, off"
     */
    static String rest(Object value, Object now) {
        return value instanceof Map<?, ?> range ? bar(range, now) + end(range) : of(value);
    }

    private static String bar(Map<?, ?> range, Object now) {
        return now instanceof Number at
                        && range.get("min") instanceof Number min
                        && range.get("max") instanceof Number max
                ? new Bar(min.doubleValue(), max.doubleValue(), at.doubleValue()) + " "
                : "─".repeat(Bar.CELLS) + " ";
    }

    private static String range(Map<?, ?> range) {
        return Numbers.shown(range.get("min")) + " to " + end(range);
    }

    private static String end(Map<?, ?> range) {
        String max = Numbers.shown(range.get("max"));
        return range.containsKey("step") ? max + ", step " + Numbers.shown(range.get("step")) : max;
    }
}
