// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Arrays;
import java.util.Optional;
import org.mediacapture.frame.PixelFormat;

/**
 * The pixel formats of V4L2 that can be lent as they are, the preferred first: JPEG reaches the highest rates and is a photo
 * already, YUYV and NV12 are what most cameras send else. Immutable.
 */
public enum PictureFormat {
    MJPG(PixelFormat.MJPEG),
    JPEG(PixelFormat.MJPEG),
    YUYV(PixelFormat.YUYV),
    NV12(PixelFormat.NV12),
    YU12(PixelFormat.I420),
    YUV422P("422P", PixelFormat.I422),
    BGR3(PixelFormat.BGR24),
    GREY(PixelFormat.GRAY8);

    private final int code;
    private final PixelFormat lent;

    PictureFormat(PixelFormat lent) {
        this.code = code(name());
        this.lent = lent;
    }

    PictureFormat(String text, PixelFormat lent) {
        this.code = code(text);
        this.lent = lent;
    }

    private static int code(String text) {
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }

    /** The format with a code of V4L2; empty if it cannot be lent. */
    static Optional<PictureFormat> of(int code) {
        return Arrays.stream(values()).filter(format -> format.code == code).findFirst();
    }

    /** The four letters of a code. */
    static String letters(int code) {
        StringBuilder letters = new StringBuilder();
        for (int shift = 0; shift < 32; shift += 8) {
            letters.append((char) (code >> shift & 0x7F));
        }
        return letters.toString();
    }

    /** The code of V4L2. */
    int code() {
        return code;
    }

    /**
     * How the pictures are lent.
     *
     * @return the format in the words of the API
     */
    public PixelFormat lent() {
        return lent;
    }
}
