// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * Cells of a code, black and white, in the grid of 40 by 30 that is laid over the whole picture. Immutable.
 *
 * @param layout the picture
 * @param firstColumn the grid's column of the code's column 0
 * @param firstRow the grid's row of the code's row 0
 */
record CodeCells(PictureLayout layout, int firstColumn, int firstRow) {
    static final byte WHITE = (byte) 235;
    static final byte BLACK = 16;

    /** White and black must differ by this many levels in a picture, or there is no code in it. */
    static final double LEAST_CONTRAST = 60;

    /** The part of a cell around its middle that is read, so that blurred edges do not count. */
    private static final double CORE = 0.5;

    /** The left edge of a column of the code in pixels. */
    int left(int column) {
        return layout.columnEdge(firstColumn + column);
    }

    /** The upper edge of a row of the code in pixels. */
    int top(int row) {
        return layout.rowEdge(firstRow + row);
    }

    /** Fills a cell of a luma plane without gaps between rows. */
    void write(ByteBuffer luma, int row, int column, boolean white) {
        for (int y = top(row); y < top(row + 1); y++) {
            for (int x = left(column); x < left(column + 1); x++) {
                luma.put(y * layout.width() + x, white ? WHITE : BLACK);
            }
        }
    }

    /** The mean luma of a cell's core. */
    double level(ByteBuffer luma, int rowStride, int row, int column) {
        double width = (double) layout.width() / PictureLayout.COLUMNS;
        double height = (double) layout.height() / PictureLayout.ROWS;
        double middleX = (firstColumn + column + 0.5) * width;
        double middleY = (firstRow + row + 0.5) * height;
        int left = (int) (middleX - width * CORE / 2);
        int right = (int) Math.max(left + 1, middleX + width * CORE / 2);
        int top = (int) (middleY - height * CORE / 2);
        int bottom = (int) Math.max(top + 1, middleY + height * CORE / 2);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma.get(y * rowStride + x) & 0xff;
            }
        }
        return (double) sum / ((right - left) * (bottom - top));
    }
}
