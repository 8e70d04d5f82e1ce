// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.jpeg;

import java.nio.ByteBuffer;
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
        JpegFile file = new JpegFile(frame.slice());
        return file.reachesEnd() ? Optional.of(file.toArray()) : Optional.empty();
    }

    /** Whether a frame, from its position to its limit, is a JPEG from its start to its end. */
    public static boolean isComplete(ByteBuffer frame) {
        return new JpegFile(frame.slice()).reachesEnd();
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
        while (at + 1 < bytes.limit()) {
            if (unsigned(at) != 0xFF) {
                at++;
                continue;
            }
            int next = unsigned(at + 1);
            if (next != 0 && next != 0xFF && !isStandAlone(next)) {
                return true;
            }
            at += next == 0xFF ? 1 : 2;
        }
        return false;
    }

    private byte[] toArray() {
        byte[] missing = tables ? new byte[0] : StandardHuffmanTables.segment();
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
