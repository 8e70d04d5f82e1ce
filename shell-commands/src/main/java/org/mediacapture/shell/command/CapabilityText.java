// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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

    private static String range(Map<?, ?> range) {
        String ends = Numbers.shown(range.get("min")) + " to " + Numbers.shown(range.get("max"));
        return range.containsKey("step") ? ends + ", step " + Numbers.shown(range.get("step")) : ends;
    }
}
