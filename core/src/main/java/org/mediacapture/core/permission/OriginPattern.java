// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.List;

/**
 * A pattern for whole origins, in which an asterisk stands for any text, even none. Matching never goes back, so that no pattern
 * is slow. Immutable.
 */
final class OriginPattern {
    private final String text;
    private final List<String> parts; // the texts around the asterisks, at least one

    OriginPattern(String text) {
        this.text = text;
        this.parts = List.of(text.split("\\*", -1));
    }

    boolean matches(String origin) {
        String first = parts.get(0);
        if (parts.size() == 1) {
            return origin.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        int end = origin.length() - last.length();
        if (end < first.length() || !origin.startsWith(first) || !origin.endsWith(last)) {
            return false;
        }
        int from = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = origin.indexOf(part, from); // the earliest place leaves the most for the parts that follow
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            from = found + part.length();
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
