// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.jpeg;

import java.io.ByteArrayOutputStream;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;

/**
 * The typical Huffman tables of ITU-T T.81, section K.3, as a DHT segment. The tables themselves are those that the JDK has for
 * the same purpose.
 */
final class StandardHuffmanTables {
    private static final int DC = 0x00;
    private static final int AC = 0x10;

    private StandardHuffmanTables() {}

    /** A DHT segment with all four tables, in a new array. */
    static byte[] segment() {
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        write(tables, DC, JPEGHuffmanTable.StdDCLuminance);
        write(tables, AC, JPEGHuffmanTable.StdACLuminance);
        write(tables, DC | 1, JPEGHuffmanTable.StdDCChrominance);
        write(tables, AC | 1, JPEGHuffmanTable.StdACChrominance);
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.write(0xFF);
        segment.write(0xC4);
        int length = tables.size() + 2;
        segment.write(length >> 8);
        segment.write(length);
        segment.writeBytes(tables.toByteArray());
        return segment.toByteArray();
    }

    /** A table: class and number, how many codes of each length from 1 to 16 there are, and the symbols. */
    private static void write(ByteArrayOutputStream out, int classAndNumber, JPEGHuffmanTable table) {
        out.write(classAndNumber);
        short[] lengths = table.getLengths();
        for (int bits = 0; bits < 16; bits++) {
            out.write(bits < lengths.length ? lengths[bits] : 0);
        }
        for (short symbol : table.getValues()) {
            out.write(symbol);
        }
    }
}
