// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.Objects;
import java.util.Optional;

/**
 * An option of a command. Immutable.
 *
 * @param name with its dashes
 * @param value what stands for its value, such as "SECONDS"; empty for a switch
 * @param text what it does
 */
public record Option(String name, Optional<String> value, String text) {
    /** Makes an option. */
    public Option {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(text, "text");
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
