// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A frame number as black and white blocks that software reads back from a picture, also after JPEG or scaling. The code
 * takes columns 8 to 31 and rows 27 and 28 of the grid of 40 by 30 cells that is laid over the whole picture:
 *
 * <pre>
 * column   8 9   10 … 29                                  30 31
 * row 27   1 0   bits 31 … 12 of the number                0  1
 * row 28   0 1   bits 11 … 0, then bits 7 … 0 of the check 1  0
 * </pre>
 *
 * <p>1 is white (luma 235), 0 is black (luma 16). The four columns at the ends are the same in every frame: they tell that
 * there is a code, and what is black and white. The check is CRC-8/ITU of the four bytes of the number, highest first.
 * Confined to one thread.
 */
final class BlockCode {
    /** What is no number. */
    static final long NONE = -1;

    private static final int FIRST_COLUMN = 8;
    private static final int FIRST_ROW = 27;
    private static final int DATA_COLUMNS = 20;
    private static final int COLUMNS = DATA_COLUMNS + 4;
    private static final int ROWS = 2;
    private static final int CHECK_BITS = 8;
    private static final int POLYNOMIAL = 0x07;
    private static final int CHECK_MASK = 0x55;
    private static final long NUMBERS = 1L << 32;

    private final PictureLayout layout;
    private final CodeCells cells;
    private final byte[] row;

    BlockCode(PictureLayout layout) {
        this.layout = layout;
        this.cells = new CodeCells(layout, FIRST_COLUMN, FIRST_ROW);
        this.row = new byte[cells.left(COLUMNS) - cells.left(0)];
    }

    /** Draws the code; of the number the lower 32 bits count. */
    void write(ByteBuffer luma, long number) {
        write(luma, NONE, number);
    }

    /** Draws what changes when another number was drawn there before, or all after {@link #NONE}. */
    void write(ByteBuffer luma, long before, long number) {
        long bits = withCheck(number);
        for (int codeRow = 0; codeRow < ROWS; codeRow++) {
            int from = 0;
            int to = COLUMNS;
            if (before != NONE) {
                long changed = bits ^ withCheck(before);
                while (from < to && !isChanged(changed, codeRow, from)) {
                    from++;
                }
                while (to > from && !isChanged(changed, codeRow, to - 1)) {
                    to--;
                }
            }
            write(luma, bits, codeRow, from, to);
        }
    }

    private void write(ByteBuffer luma, long bits, int codeRow, int from, int to) {
        int left = cells.left(from);
        int width = cells.left(to) - left;
        for (int column = from; column < to; column++) {
            byte level = bit(bits, codeRow, column) ? CodeCells.WHITE : CodeCells.BLACK;
            Arrays.fill(row, cells.left(column) - left, cells.left(column + 1) - left, level);
        }
        int bottom = cells.top(codeRow + 1);
        for (int y = cells.top(codeRow); width > 0 && y < bottom; y++) {
            luma.put(y * layout.width() + left, row, 0, width);
        }
    }

    private static boolean isChanged(long changed, int codeRow, int column) {
        return isData(column) && bit(changed, codeRow, column);
    }

    /**
     * Reads the code.
     *
     * @param luma the luma plane from index 0 on
     * @param rowStride bytes from the beginning of a row to that of the next
     * @return the lower 32 bits of the frame number, or empty if there is no code or it is damaged
     */
    OptionalLong read(ByteBuffer luma, int rowStride) {
        double white = 0;
        double black = 0;
        for (int column : new int[] {0, 1, COLUMNS - 2, COLUMNS - 1}) {
            for (int codeRow = 0; codeRow < ROWS; codeRow++) {
                double level = cells.level(luma, rowStride, codeRow, column) / 4;
                white += bit(0, codeRow, column) ? level : 0;
                black += bit(0, codeRow, column) ? 0 : level;
            }
        }
        return white - black < CodeCells.LEAST_CONTRAST
                ? OptionalLong.empty()
                : read(luma, rowStride, (white + black) / 2);
    }

    private OptionalLong read(ByteBuffer luma, int rowStride, double threshold) {
        long bits = 0;
        for (int codeRow = 0; codeRow < ROWS; codeRow++) {
            for (int column = 0; column < COLUMNS; column++) {
                boolean one = cells.level(luma, rowStride, codeRow, column) > threshold;
                if (isData(column)) {
                    bits = bits << 1 | (one ? 1 : 0);
                } else if (one != bit(0, codeRow, column)) {
                    return OptionalLong.empty();
                }
            }
        }
        long number = bits >>> CHECK_BITS;
        return withCheck(number) == bits ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** What a cell of the code shows; 40 bits of number and check lie between the columns that never change. */
    private static boolean bit(long bits, int codeRow, int column) {
        if (!isData(column)) {
            boolean leftEnd = column < 2;
            return (column + codeRow) % 2 == (leftEnd ? 0 : 1);
        }
        int index = codeRow * DATA_COLUMNS + column - 2;
        return (bits >>> ROWS * DATA_COLUMNS - 1 - index & 1) == 1;
    }

    private static boolean isData(int column) {
        return column >= 2 && column < COLUMNS - 2;
    }

    private static long withCheck(long number) {
        long lower = number & NUMBERS - 1;
        int check = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            check ^= (int) (lower >>> shift & 0xff);
            for (int i = 0; i < 8; i++) {
                check = (check << 1 ^ ((check & 0x80) == 0 ? 0 : POLYNOMIAL)) & 0xff;
            }
        }
        return lower << CHECK_BITS | check ^ CHECK_MASK;
    }
}
