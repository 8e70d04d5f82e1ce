// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.util.Objects;

/**
 * A way to go on with a word. Immutable.
 *
 * @param value the whole word
 * @param description what it stands for, or ""
 * @param complete whether a blank may follow; false where a value is still to come
 */
public record Candidate(String value, String description, boolean complete) {
    /** Makes a candidate. */
    public Candidate {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(description, "description");
    }

    static Candidate whole(String value, String description) {
        return new Candidate(value, description, true);
    }

    static Candidate begun(String value, String description) {
        return new Candidate(value, description, false);
    }
}
