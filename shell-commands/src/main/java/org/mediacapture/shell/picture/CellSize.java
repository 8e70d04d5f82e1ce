// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of one character in a terminal. Immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record CellSize(int width, int height) {
    /** The session variable that tells it, such as {@code 8x16}. */
    public static final String VARIABLE = "camera.cell";

    /** What is assumed: about what terminals have on a screen of today, in the proportion that nearly all have. */
    static final CellSize STANDARD = new CellSize(10, 20);

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,2})x([1-9]\\d{0,2})");

    /**
     * Reads a size.
     *
     * @param text the value of {@link #VARIABLE}, empty for what is usual
     * @return the size
     * @throws IllegalArgumentException if it is none
     */
    public static CellSize of(Optional<String> text) {
        if (text.isEmpty()) {
            return STANDARD;
        }
        Matcher size = FORM.matcher(text.get().strip());
        if (!size.matches()) {
            throw new IllegalArgumentException(VARIABLE + ": \"" + text.get()
                    + "\" is no size of a character; WIDTHxHEIGHT in pixels is, such as " + STANDARD);
        }
        return new CellSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
