// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.Map;
import org.mediacapture.shell.output.Json;

/** An argument in quoted JSON. Thread-safe. */
final class JsonWord {
    /** How JSON is typed. */
    static final String EXAMPLE = "'{\"width\":{\"exact\":1280}}'";

    private JsonWord() {}

    static boolean is(String word) {
        return word.stripLeading().startsWith("{");
    }

    /**
     * Reads the members.
     *
     * @throws IllegalArgumentException if it is no JSON object, as when its own quotes fell to Gogo because it had none
     *     round it
     */
    static Map<String, Object> members(String word) {
        try {
            return Json.object(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    word + " is not a JSON object: " + e.getMessage()
                            + "; JSON stands in single quotes, with its own double quotes inside: " + EXAMPLE,
                    e);
        }
    }
}
