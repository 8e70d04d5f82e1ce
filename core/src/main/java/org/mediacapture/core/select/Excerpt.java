// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

/** The beginning of a text as messages show it. Texts come from applications, and may hold megabytes. Pure functions. */
public final class Excerpt {
    private Excerpt() {}

    /**
     * Cuts a text.
     *
     * @param told any value
     * @param limit how many characters are shown of it
     * @return one line
     */
    public static String of(Object told, int limit) {
        String text = told.toString();
        if (text.length() <= limit) {
            return oneLine(text);
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return oneLine(text.substring(0, end)) + "...";
    }

    /** A message is logged as a line: nobody puts one of his own behind it. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", " ");
    }
}
