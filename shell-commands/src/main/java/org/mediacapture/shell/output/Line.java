// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.util.Objects;

/**
 * An answer of one line. Immutable.
 *
 * @param text the line
 */
public record Line(String text) implements Printable {
    /** Makes a line. */
    public Line {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
