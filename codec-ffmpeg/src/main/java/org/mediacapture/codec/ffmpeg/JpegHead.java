// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;

/**
 * What a decoder must know of a JPEG picture to be the right one for it. Immutable.
 *
 * <p>A decoder goes on using the last Huffman tables that it has read, so one for pictures without tables reads no others. And it
 * makes all its memory anew for a picture of another size, so each size has decoders of its own.
 *
 * @param ownTables whether the picture brings Huffman tables, instead of meaning the standard ones
 * @param width in pixels, 0 if the head does not tell it
 * @param height in pixels, 0 if the head does not tell it
 */
record JpegHead(boolean ownTables, int width, int height) {
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int START_OF_SCAN = 0xDA;

    /** The head of a picture, which tells more reliably than the frame how large the picture is. */
    static JpegHead of(ByteBuffer jpeg) {
        boolean tables = false;
        int width = 0;
        int height = 0;
        int at = 2;
        while (at + 4 <= jpeg.limit()) {
            int marker = jpeg.get(at + 1) & 0xFF;
            if (marker == START_OF_SCAN) {
                return new JpegHead(tables, width, height);
            }
            if (marker == HUFFMAN_TABLES) {
                tables = true;
            } else if (isStartOfFrame(marker) && at + 9 <= jpeg.limit()) {
                height = word(jpeg, at + 5);
                width = word(jpeg, at + 7);
            }
            // A marker may be filled up with any number of FF.
            at += marker == 0xFF ? 1 : 2 + word(jpeg, at + 2);
        }
        return new JpegHead(true, width, height);
    }

    private static boolean isStartOfFrame(int marker) {
        // C4, C8 and CC are tables and extensions in the middle of the range.
        return marker >= 0xC0 && marker <= 0xCF && marker != HUFFMAN_TABLES && marker != 0xC8 && marker != 0xCC;
    }

    private static int word(ByteBuffer bytes, int index) {
        return (bytes.get(index) & 0xFF) << 8 | bytes.get(index + 1) & 0xFF;
    }
}
