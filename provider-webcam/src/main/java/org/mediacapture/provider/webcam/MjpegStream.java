// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import com.github.sarxos.webcam.ds.ipcam.impl.IpCamMJPEGStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stream reader of the ipcam driver, which is only given parts that it can read. Confined to the capture thread.
 *
 * <p>By itself it runs in a circle, logging, where a part does not tell its length; fails with a negative array size where there
 * is no picture; and makes a picture with a grey rest of one that was cut short.
 */
final class MjpegStream extends IpCamMJPEGStream {
    /** Bytes between two pictures at most; the reader of the driver looks no further. */
    private static final int LONGEST_HEAD = 100_000;

    private static final int LARGEST_PICTURE = 64 * 1024 * 1024;
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");

    private final byte[] headBytes = new byte[LONGEST_HEAD];

    MjpegStream(InputStream in) {
        super(in);
    }

    /**
     * Reads the next picture.
     *
     * @return the picture, or nothing if it is incomplete or cannot be decoded
     * @throws EOFException if the stream is over
     * @throws UnreadableStreamException if the driver cannot read this stream
     * @throws IOException if the connection fails
     */
    Optional<BufferedImage> next() throws IOException {
        mark(LONGEST_HEAD);
        String head = head();
        int length = length(head);
        reset();
        mark(head.length() + length);
        skipNBytes(head.length());
        byte[] picture = new byte[length];
        readFully(picture);
        if (!Jpeg.isWhole(picture)) {
            return Optional.empty();
        }
        reset();
        return Optional.ofNullable(readFrame()).or(() -> Jpeg.decode(picture)); // the driver knows no standard tables
    }

    /** What stands before the next picture. */
    private String head() throws IOException {
        int previous = 0;
        for (int count = 0; count < LONGEST_HEAD; count++) {
            int value = readUnsignedByte();
            if (previous == MARKER && value == START_OF_IMAGE) {
                return new String(headBytes, 0, count - 1, StandardCharsets.ISO_8859_1);
            }
            headBytes[count] = (byte) value;
            previous = value;
        }
        throw new UnreadableStreamException("no JPEG picture within " + LONGEST_HEAD + " bytes of a multipart stream");
    }

    private static int length(String head) throws UnreadableStreamException {
        Matcher matcher = LENGTH.matcher(head);
        int length = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        if (length < 4 || length > LARGEST_PICTURE) {
            throw new UnreadableStreamException(
                    "a picture of the multipart stream does not tell its length, which the ipcam driver needs:"
                            + " Content-Length of 4 to " + LARGEST_PICTURE);
        }
        return length;
    }

    /** The driver cannot read what the camera sends. The message says what. */
    static final class UnreadableStreamException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableStreamException(String message) {
            super(message);
        }
    }
}
