// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.ByteBuffer;
import org.mediacapture.frame.VideoFrame;

/**
 * Reads the frame number that the mock camera draws into its pictures, as the README of {@code provider-mock} describes it: proof of
 * what a frame shows, whatever its number on the track is. For frames without compression. Confined to one thread.
 */
final class BlockNumber {
    private static final int GRID_COLUMNS = 40;
    private static final int GRID_ROWS = 30;
    private static final int FIRST_COLUMN = 10;
    private static final int FIRST_ROW = 27;
    private static final int BITS_IN_ROW = 20;
    private static final int BITS = 40;
    private static final int CHECK_BITS = 8;
    private static final int MIDDLE_GREY = 126;

    private BlockNumber() {}

    /**
     * Reads it.
     *
     * @throws IllegalStateException if the picture has no code, or a damaged one
     */
    static long of(VideoFrame frame) {
        ByteBuffer luma = frame.plane(0);
        int stride = frame.rowStride(0);
        long bits = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int column = FIRST_COLUMN + bit % BITS_IN_ROW;
            int row = FIRST_ROW + bit / BITS_IN_ROW;
            int x = (2 * column + 1) * frame.visible().width() / (2 * GRID_COLUMNS);
            int y = (2 * row + 1) * frame.visible().height() / (2 * GRID_ROWS);
            bits = bits << 1 | ((luma.get(y * stride + x) & 0xff) > MIDDLE_GREY ? 1 : 0);
        }
        long number = bits >>> CHECK_BITS;
        if (check(number) != (bits & 0xff)) {
            throw new IllegalStateException("the block code of frame " + frame.sequence() + " is damaged");
        }
        return number;
    }

    /** CRC-8/ITU of the number's four bytes. */
    private static int check(long number) {
        int check = 0;
        for (int shift = 24; shift >= 0; shift -= 8) {
            check ^= (int) (number >>> shift & 0xff);
            for (int i = 0; i < 8; i++) {
                check = (check << 1 ^ ((check & 0x80) == 0 ? 0 : 0x07)) & 0xff;
            }
        }
        return check ^ 0x55;
    }
}
