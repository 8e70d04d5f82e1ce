// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * Where things lie on a picture of a given size. The picture is a grid of 40 by 30 cells: rows 0 to 22 show the scene, rows
 * 23 to 29 the slate with text and block code. Immutable.
 *
 * @param width width of the picture in pixels
 * @param height height of the picture in pixels
 */
record PictureLayout(int width, int height) {
    static final int COLUMNS = 40;
    static final int ROWS = 30;
    static final int SLATE_ROW = 23;

    /** The left edge of a column in pixels. */
    int columnEdge(double column) {
        return (int) Math.round(column * width / COLUMNS);
    }

    /** The upper edge of a row in pixels. */
    int rowEdge(double row) {
        return (int) Math.round(row * height / ROWS);
    }

    /** Height of the scene in pixels, even, so that no colour sample lies in both scene and slate. */
    int sceneHeight() {
        return rowEdge(SLATE_ROW) & ~1;
    }

    int chromaWidth() {
        return (width + 1) / 2;
    }

    int chromaHeight() {
        return (height + 1) / 2;
    }

    /** Pixels per unit of length, where 640 by 480 is 1: by width or height, whichever is scarcer. */
    double scale() {
        return Math.min(width / 640.0, height / 480.0);
    }
}
