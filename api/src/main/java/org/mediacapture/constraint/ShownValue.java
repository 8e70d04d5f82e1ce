// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Iterator;
import java.util.Map;

/**
 * A value as messages show it: strings in quotes, lists and maps as Java writes them, and never more than
 * {@value #LIMIT} characters, however long, deep or circular the value is. Confined to one thread.
 */
final class ShownValue {
    /** Longest text that a message shows of a value, in characters. */
    static final int LIMIT = 80;

    private static final String ELLIPSIS = "…";

    private final StringBuilder text = new StringBuilder();

    private ShownValue() {}

    /**
     * Shows a value.
     *
     * @param value any value
     * @return at most {@value #LIMIT} characters on one line
     */
    static String of(Object value) {
        ShownValue shown = new ShownValue();
        shown.append(value);
        return cut(shown.text.toString(), LIMIT).replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }

    /**
     * Shortens a text.
     *
     * @param text any text
     * @param limit the longest result, in characters
     * @return the text, or its beginning and an ellipsis
     */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS;
    }

    private void append(Object value) {
        if (value instanceof CharSequence characters) {
            text.append('"')
                    .append(characters, 0, Math.min(characters.length(), LIMIT))
                    .append('"');
        } else if (value instanceof Map<?, ?> members) {
            appendMembers(members);
        } else if (value == null || value instanceof Number || value instanceof Boolean || value instanceof Point2D) {
            text.append(value);
        } else {
            Sequence.iterator(value)
                    .ifPresentOrElse(
                            this::appendElements,
                            () -> text.append("an object of ")
                                    .append(value.getClass().getName()));
        }
    }

    private void appendMembers(Map<?, ?> members) {
        text.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(separator);
            if (isFull()) {
                return;
            }
            append(member.getKey());
            text.append('=');
            append(member.getValue());
            separator = ", ";
        }
        text.append('}');
    }

    private void appendElements(Iterator<?> elements) {
        text.append('[');
        String separator = "";
        while (elements.hasNext()) {
            text.append(separator);
            if (isFull()) {
                return;
            }
            append(elements.next());
            separator = ", ";
        }
        text.append(']');
    }

    private boolean isFull() {
        return text.length() > LIMIT;
    }
}
