// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.Objects;

/**
 * A way to go on with a word. Immutable.
 *
 * @param value the whole word; one that ends with an equals sign goes on with a value
 * @param description what it stands for, or ""
 */
record Candidate(String value, String description) {
    /** Makes a candidate. */
    Candidate {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(description, "description");
    }
}
