// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import org.mediacapture.shell.camera.PixelSize;

/**
 * The largest that a picture can be in a place of a terminal, in its own proportion. Immutable.
 *
 * @param width width of the drawn picture in pixels
 * @param height height of the drawn picture in pixels
 * @param columns characters in a line that it touches
 * @param rows lines that it touches
 */
record Fit(int width, int height, int columns, int rows) {
    /**
     * Fits a picture.
     *
     * @param picture its size
     * @param columns characters in a line of the place
     * @param rows lines of the place
     * @param cell size of a character
     * @param grain pixels of the drawing in a character, which need not be square
     */
    static Fit of(PixelSize picture, int columns, int rows, CellSize cell, PixelSize grain) {
        double scale = Math.min(
                (double) columns * cell.width() / picture.width(), (double) rows * cell.height() / picture.height());
        int width = within(picture.width() * scale * grain.width() / cell.width(), columns * grain.width());
        int height = within(picture.height() * scale * grain.height() / cell.height(), rows * grain.height());
        return new Fit(width, height, parts(width, grain.width()), parts(height, grain.height()));
    }

    private static int within(double length, int most) {
        return (int) Math.max(1, Math.min(most, Math.round(length)));
    }

    private static int parts(int length, int part) {
        return (length + part - 1) / part;
    }
}
