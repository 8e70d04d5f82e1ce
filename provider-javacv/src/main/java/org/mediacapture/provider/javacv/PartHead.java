// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.charset.StandardCharsets;
import org.mediacapture.provider.CameraException;

/**
 * What the head of a part tells of the picture behind it. For one thread. Heads come with every picture, so that they are read where
 * they lie, without making words of them, and one head is used again and again.
 */
final class PartHead {
    private static final int UNKNOWN = -1;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TYPE = "content-type:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IMAGE = "image/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTES = "application/octet-stream".getBytes(StandardCharsets.US_ASCII);

    private int length;
    private boolean isPicture;

    /**
     * Reads the head that lies in the window, up to the blank line behind it; or up to a picture, since some cameras forget the blank
     * line.
     */
    void read(ByteWindow window) throws CameraException {
        length = UNKNOWN;
        isPicture = true;
        boolean more = true;
        while (more && window.has(2) && !(window.at(0) == 0xFF && window.at(1) == 0xD8)) {
            int end = window.endOfLine();
            int from = window.pastSpace(0, end);
            more = from < end;
            readLine(window, from, end);
            window.skipLine();
        }
    }

    private void readLine(ByteWindow window, int from, int end) {
        if (window.isWord(LENGTH, from, end)) {
            length = number(window, window.pastSpace(from + LENGTH.length, end), end);
        } else if (window.isWord(TYPE, from, end)) {
            int type = window.pastSpace(from + TYPE.length, end);
            isPicture = window.isWord(IMAGE, type, end) || window.isWord(BYTES, type, end);
        }
    }

    /** A number of bytes that a part may have, or {@link #UNKNOWN}. */
    private static int number(ByteWindow window, int from, int end) {
        int number = from < end ? 0 : UNKNOWN;
        int index = from;
        while (index < end && number != UNKNOWN && window.at(index) > ' ') {
            int digit = window.at(index) - '0';
            boolean fits = digit >= 0 && digit <= 9 && number <= ByteWindow.LARGEST / 10;
            number = fits ? 10 * number + digit : UNKNOWN;
            index++;
        }
        boolean isAll = window.pastSpace(index, end) == end;
        return isAll && number <= ByteWindow.LARGEST ? number : UNKNOWN;
    }

    /** Whether it tells how many bytes the picture has. */
    boolean hasLength() {
        return length != UNKNOWN;
    }

    /** How many bytes the picture has, if it tells. */
    int length() {
        return length;
    }

    /** Whether the part may be a JPEG. */
    boolean isPicture() {
        return isPicture;
    }
}
