// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.util.Objects;

/**
 * An answer that prints as exactly one JSON document. Immutable.
 *
 * @param content maps, lists, strings, numbers, booleans
 */
public record JsonDocument(Object content) implements Printable {
    /** Makes a document. */
    public JsonDocument {
        Objects.requireNonNull(content, "content");
    }

    @Override
    public String text() {
        return Json.print(content);
    }

    @Override
    public String toString() {
        return text();
    }
}
