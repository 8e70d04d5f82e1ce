// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

/**
 * A rectangle of pixels within a picture; the origin is the upper left corner. Immutable.
 *
 * @param x left edge in pixels, at least 0
 * @param y upper edge in pixels, at least 0
 * @param width width in pixels, at least 1
 * @param height height in pixels, at least 1
 */
public record PixelRect(int x, int y, int width, int height) {
    /**
     * Makes a rectangle.
     *
     * @param x left edge in pixels, at least 0
     * @param y upper edge in pixels, at least 0
     * @param width width in pixels, at least 1
     * @param height height in pixels, at least 1
     * @throws IllegalArgumentException if it is empty or begins left of or above the picture
     */
    public PixelRect {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("PixelRect(x=" + x + ", y=" + y + ", width=" + width + ", height="
                    + height + "): needs x, y >= 0 and width, height >= 1");
        }
    }

    /**
     * The rectangle of a whole picture.
     *
     * @param width width in pixels
     * @param height height in pixels
     * @return the rectangle from (0, 0)
     */
    public static PixelRect ofSize(int width, int height) {
        return new PixelRect(0, 0, width, height);
    }
}
