// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the JPEG pictures out of a multipart stream: by the length that a part tells, else by the end of the picture itself. What
 * stands between two pictures is passed over, whatever it is. Confined to the capture thread.
 */
final class JpegParts {
    /** Bytes between two pictures at most. */
    private static final int LONGEST_HEAD = 100_000;

    private static final int LARGEST_PICTURE = 64 * 1024 * 1024;
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

    private final InputStream in;
    private final byte[] headBytes = new byte[LONGEST_HEAD];

    JpegParts(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /**
     * Reads the next picture; whether it is complete is not looked at.
     *
     * @return its bytes, which begin as a JPEG does
     * @throws EOFException if the stream is over
     * @throws UnreadableStreamException if there is no picture in this stream
     * @throws IOException if the connection fails
     */
    byte[] next() throws IOException {
        int length = length(head());
        if (length == 0) {
            return new UnmeasuredJpeg(in, LARGEST_PICTURE).read();
        }
        byte[] picture = new byte[length];
        picture[0] = (byte) MARKER;
        picture[1] = (byte) START_OF_IMAGE;
        if (in.readNBytes(picture, 2, length - 2) < length - 2) {
            throw new EOFException("the stream ended within a picture");
        }
        return picture;
    }

    /** How many bytes can be read without waiting. */
    int available() throws IOException {
        return in.available();
    }

    /** What stands before the next picture, whose first two bytes are read too. */
    private String head() throws IOException {
        int previous = 0;
        for (int count = 0; count < LONGEST_HEAD; count++) {
            int value = in.read();
            if (value < 0) {
                throw new EOFException("the stream is over");
            }
            if (previous == MARKER && value == START_OF_IMAGE) {
                return new String(headBytes, 0, count - 1, StandardCharsets.ISO_8859_1);
            }
            headBytes[count] = (byte) value;
            previous = value;
        }
        throw new UnreadableStreamException("no JPEG picture within " + LONGEST_HEAD + " bytes of a multipart stream");
    }

    /** What the last headers tell: those of parts without a picture stand before them. 0 if they tell nothing of use. */
    private static int length(String head) {
        String[] blocks = BLANK_LINE.split(head.strip());
        Matcher matcher = LENGTH.matcher(blocks[blocks.length - 1]);
        int length = 0;
        while (matcher.find()) {
            length = Integer.parseInt(matcher.group(1));
        }
        return length < 4 || length > LARGEST_PICTURE ? 0 : length;
    }

    /** There are no pictures in what the camera sends. The message says so. */
    static final class UnreadableStreamException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableStreamException(String message) {
            super(message);
        }
    }
}
