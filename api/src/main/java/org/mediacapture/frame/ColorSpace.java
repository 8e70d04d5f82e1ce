// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.util.Objects;

/**
 * How luma and colour values relate to red, green and blue. Immutable.
 *
 * @param matrix the coefficients
 * @param range the values that black and white have
 * @see <a href="https://www.w3.org/TR/webcodecs/#videocolorspace">WebCodecs: VideoColorSpace</a>
 */
public record ColorSpace(Matrix matrix, Range range) {
    /** What JPEG files use: BT.601 with full range. */
    public static final ColorSpace JPEG = new ColorSpace(Matrix.BT601, Range.FULL);

    /** Standard-definition video: BT.601 with limited range. */
    public static final ColorSpace BT601 = new ColorSpace(Matrix.BT601, Range.LIMITED);

    /** High-definition video: BT.709 with limited range. */
    public static final ColorSpace BT709 = new ColorSpace(Matrix.BT709, Range.LIMITED);

    /** Red, green and blue themselves, full range. */
    public static final ColorSpace SRGB = new ColorSpace(Matrix.RGB, Range.FULL);

    /**
     * Makes a colour space.
     *
     * @param matrix the coefficients
     * @param range the values that black and white have
     */
    public ColorSpace {
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(range, "range");
    }

    /** The coefficients between RGB and luma with colour differences. */
    public enum Matrix {
        /** The samples are red, green and blue. */
        RGB,
        /** ITU-R BT.601. */
        BT601,
        /** ITU-R BT.709. */
        BT709,
        /** ITU-R BT.2020, non-constant luminance. */
        BT2020
    }

    /** The values that black and white have in 8 bits. */
    public enum Range {
        /** Luma 16 to 235, colour 16 to 240. */
        LIMITED,
        /** 0 to 255. */
        FULL
    }
}
