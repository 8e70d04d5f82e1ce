// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Makes a valid stand-alone JPEG file of what a camera sends: checks it from its start to its end, inserts the standard Huffman
 * tables where the camera omits them, as UVC cameras and AVI files do, and cuts what follows the end. A frame that already is a
 * file stays as it is, byte for byte.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81</a>, annex B (markers) and section K.3 (tables)
 */
public final class JpegFile {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int ARITHMETIC_CONDITIONING = 0xCC;
    private static final int JPEG_EXTENSION = 0xC8;

    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = 4 * Long.BYTES;
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private static final byte[] NOTHING = {};

    private final ByteBuffer bytes;
    private int at;
    private boolean framed;
    private boolean tables;
    private int firstScan = -1;

    private JpegFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * The file of a frame.
     *
     * @param frame the frame from its position to its limit; neither is moved
     * @return the file in a new array, or empty if the frame is incomplete or no JPEG
     */
    public static Optional<byte[]> of(ByteBuffer frame) {
        JpegFile file = new JpegFile(fromItsPosition(frame));
        return file.reachesEnd() ? Optional.of(file.toArray()) : Optional.empty();
    }

    /** Whether a frame, from its position to its limit, is a JPEG from its start to its end. */
    public static boolean isComplete(ByteBuffer frame) {
        return new JpegFile(fromItsPosition(frame)).reachesEnd();
    }

    /** The same bytes counted from 0: what begins there, as frames do, needs no buffer more. */
    private static ByteBuffer fromItsPosition(ByteBuffer frame) {
        return frame.position() == 0 ? frame : frame.slice();
    }

    private boolean reachesEnd() {
        if (bytes.limit() < 4 || unsigned(0) != 0xFF || unsigned(1) != START_OF_IMAGE) {
            return false;
        }
        at = 2;
        for (int marker = nextMarker(); marker >= 0; marker = nextMarker()) {
            if (marker == END_OF_IMAGE) {
                return firstScan >= 0;
            }
            if (!readSegment(marker)) {
                return false;
            }
        }
        return false;
    }

    /** Moves behind the next marker and answers its second byte, or -1 if there is none here. */
    private int nextMarker() {
        if (at + 1 >= bytes.limit() || unsigned(at) != 0xFF) {
            return -1;
        }
        while (at < bytes.limit() && unsigned(at) == 0xFF) {
            at++;
        }
        return at < bytes.limit() ? unsigned(at++) : -1;
    }

    private boolean readSegment(int marker) {
        if (isStandAlone(marker)) {
            return true;
        }
        int begin = at - 2;
        int length = at + 1 < bytes.limit() ? unsigned(at) << 8 | unsigned(at + 1) : 0;
        if (length < 2 || at + length > bytes.limit()) {
            return false;
        }
        at += length;
        framed |= isStartOfFrame(marker);
        tables |= marker == HUFFMAN_TABLES;
        if (marker != START_OF_SCAN) {
            return true;
        }
        firstScan = firstScan < 0 ? begin : firstScan;
        return framed && skipScan();
    }

    /** Moves to the marker that ends the entropy-coded data; restart markers and stuffed zeros belong to the data. */
    private boolean skipScan() {
        for (skipData(); at + 1 < bytes.limit(); skipData()) {
            int next = unsigned(at + 1);
            if (next != 0 && next != 0xFF && !isStandAlone(next)) {
                return true;
            }
            at += next == 0xFF ? 1 : 2;
        }
        return false;
    }

    /** Moves to the next 0xFF, or to the end: many bytes at a time, since nearly all of a file is such data. */
    private void skipData() {
        int end = bytes.limit();
        int here = at;
        while (here <= end - BLOCK && markerBytesOfBlock(here) == 0) {
            here += BLOCK;
        }
        while (here <= end - Long.BYTES) {
            long found = markerBytes(here);
            if (found != 0) {
                at = here + Long.numberOfTrailingZeros(found) / Byte.SIZE;
                return;
            }
            here += Long.BYTES;
        }
        while (here < end && unsigned(here) != 0xFF) {
            here++;
        }
        at = here;
    }

    private long markerBytesOfBlock(int index) {
        return markerBytes(index)
                | markerBytes(index + Long.BYTES)
                | markerBytes(index + 2 * Long.BYTES)
                | markerBytes(index + 3 * Long.BYTES);
    }

    /**
     * The highest bit of the first of eight bytes that is 0xFF, perhaps with bits above it; 0 if none is. A byte's complement is the
     * one that borrows when 1 is subtracted from it; the first byte is the lowest, so that it borrows from none.
     */
    private long markerBytes(int index) {
        long eight = (long) LITTLE_ENDIAN.get(bytes, index);
        return ~eight - LOWEST_BITS & eight & HIGHEST_BITS;
    }

    private byte[] toArray() {
        byte[] missing = tables ? NOTHING : StandardHuffmanTables.segment();
        byte[] file = new byte[at + missing.length];
        bytes.get(0, file, 0, firstScan);
        System.arraycopy(missing, 0, file, firstScan, missing.length);
        bytes.get(firstScan, file, firstScan + missing.length, at - firstScan);
        return file;
    }

    private int unsigned(int index) {
        return bytes.get(index) & 0xFF;
    }

    private static boolean isStandAlone(int marker) {
        return marker == 0x01 || marker >= 0xD0 && marker <= 0xD7;
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != HUFFMAN_TABLES
                && marker != JPEG_EXTENSION
                && marker != ARITHMETIC_CONDITIONING;
    }
}
