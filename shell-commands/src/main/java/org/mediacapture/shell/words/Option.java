// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An option of a command. Immutable.
 *
 * @param name with its dashes
 * @param value what stands for its value, such as "SECONDS"; empty for a switch
 * @param choices the values that it takes, if they are few
 * @param text what it does
 */
public record Option(String name, Optional<String> value, List<String> choices, String text) {
    /** Makes an option; the list is copied. */
    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        choices = List.copyOf(choices);
        Objects.requireNonNull(text, "text");
    }

    static Option ofSwitch(String name, String text) {
        return new Option(name, Optional.empty(), List.of(), text);
    }

    /**
     * The option as it is typed.
     *
     * @return for example "--for SECONDS"
     */
    public String form() {
        return name + value.map(word -> " " + word).orElse("");
    }
}
