// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a photo was taken with, as black and white blocks to the right of the {@link BlockCode}. The code takes columns 33 to
 * 36 and rows 27 and 28 of the grid of 40 by 30 cells; F is 1 if the flash fired, R is 1 if red eyes were reduced:
 *
 * <pre>
 * column   33 34 35 36
 * row 27    1  0  F  R
 * row 28    0  1 !F !R
 * </pre>
 *
 * <p>1 is white, 0 is black. Frames of a stream do not have it. Immutable.
 */
final class PhotoCode {
    private static final int FIRST_COLUMN = 33;
    private static final int FIRST_ROW = 27;

    private final CodeCells cells;
    private final int stride;

    PhotoCode(PictureLayout layout) {
        this.cells = new CodeCells(layout, FIRST_COLUMN, FIRST_ROW);
        this.stride = layout.width();
    }

    /** What is told: whether the flash fired, and whether red eyes were reduced. */
    record Marks(boolean flash, boolean redEyeReduction) {}

    void write(ByteBuffer luma, Marks marks) {
        boolean[] bits = {true, false, marks.flash(), marks.redEyeReduction()};
        for (int column = 0; column < bits.length; column++) {
            cells.write(luma, 0, column, bits[column]);
            cells.write(luma, 1, column, !bits[column]);
        }
    }

    /** Reads the code from a luma plane without gaps between rows; empty if there is none. */
    Optional<Marks> read(ByteBuffer luma) {
        boolean known = difference(luma, 0) > CodeCells.LEAST_CONTRAST
                && difference(luma, 1) < -CodeCells.LEAST_CONTRAST
                && Math.abs(difference(luma, 2)) > CodeCells.LEAST_CONTRAST
                && Math.abs(difference(luma, 3)) > CodeCells.LEAST_CONTRAST;
        return known ? Optional.of(new Marks(difference(luma, 2) > 0, difference(luma, 3) > 0)) : Optional.empty();
    }

    private double difference(ByteBuffer luma, int column) {
        return cells.level(luma, stride, 0, column) - cells.level(luma, stride, 1, column);
    }
}
