// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one JPEG picture whose length nobody told, from marker to marker to its end; its start was read before. Confined to the
 * capture thread. Segments are stepped over by their lengths, since a preview within one has an end of its own.
 */
final class UnmeasuredJpeg {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final InputStream in;
    private final int largest;
    private final ByteArrayOutputStream picture = new ByteArrayOutputStream();

    UnmeasuredJpeg(InputStream in, int largest) {
        this.in = in;
        this.largest = largest;
    }

    /**
     * Reads the picture.
     *
     * @return its bytes; those of the next one, if it is cut short and the next one begins; without an end if it is no JPEG
     * @throws IOException if the connection fails or is over
     */
    byte[] read() throws IOException {
        begin();
        int marker = byteOf() == MARKER ? marker() : -1;
        while (marker >= 0 && marker != END_OF_IMAGE && picture.size() < largest) {
            if (marker == START_OF_IMAGE) {
                begin();
                marker = byteOf() == MARKER ? marker() : -1;
            } else {
                marker = behind(marker);
            }
        }
        return picture.toByteArray();
    }

    private void begin() {
        picture.reset();
        picture.write(MARKER);
        picture.write(START_OF_IMAGE);
    }

    /** The second byte of a marker, whose first was read; fill bytes stand before it. */
    private int marker() throws IOException {
        int value = byteOf();
        while (value == MARKER) {
            value = byteOf();
        }
        return value;
    }

    /** Steps over a segment, and over the data of a scan; answers the marker behind it, or -1 if there is none. */
    private int behind(int marker) throws IOException {
        int length = byteOf() << 8 | byteOf();
        for (int i = 2; i < length; i++) {
            byteOf();
        }
        if (marker != START_OF_SCAN) {
            return byteOf() == MARKER ? marker() : -1;
        }
        while (picture.size() < largest) {
            if (byteOf() == MARKER) {
                int next = marker();
                if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                    return next;
                }
            }
        }
        return -1;
    }

    private int byteOf() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new EOFException("the stream ended within a picture");
        }
        picture.write(value);
        return value;
    }
}
