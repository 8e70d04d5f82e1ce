// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import org.mediacapture.frame.ColorSpace;

/**
 * Converts luma and colour differences to red, green and blue. Immutable.
 *
 * @param black the luma of black
 * @param luma factor for luma
 * @param redV red by V
 * @param greenU green by U
 * @param greenV green by V
 * @param blueU blue by U
 * @see <a href="https://www.itu.int/rec/R-REC-BT.601">ITU-R BT.601</a>, <a
 *     href="https://www.itu.int/rec/R-REC-BT.709">BT.709</a>, <a href="https://www.itu.int/rec/R-REC-BT.2020">BT.2020</a>
 */
record YuvToRgb(int black, double luma, double redV, double greenU, double greenV, double blueU) {
    static YuvToRgb of(ColorSpace space) {
        double red = switch (space.matrix()) {
            case BT709 -> 0.2126;
            case BT2020 -> 0.2627;
            case BT601, RGB -> 0.299;
        };
        double blue = switch (space.matrix()) {
            case BT709 -> 0.0722;
            case BT2020 -> 0.0593;
            case BT601, RGB -> 0.114;
        };
        boolean limited = space.range() == ColorSpace.Range.LIMITED;
        double lumaScale = limited ? 255.0 / 219 : 1;
        double colorScale = limited ? 255.0 / 224 : 1;
        double green = 1 - red - blue;
        double redV = 2 * (1 - red) * colorScale;
        double blueU = 2 * (1 - blue) * colorScale;
        return new YuvToRgb(limited ? 16 : 0, lumaScale, redV, blueU * blue / green, redV * red / green, blueU);
    }

    /** The colour 0xRRGGBB of three samples of 8 bits. */
    int rgb(int y, int u, int v) {
        double light = (y - black) * luma;
        double blueDifference = u - 128.0;
        double redDifference = v - 128.0;
        int red = clamp(light + redV * redDifference);
        int green = clamp(light - greenU * blueDifference - greenV * redDifference);
        int blue = clamp(light + blueU * blueDifference);
        return red << 16 | green << 8 | blue;
    }

    private static int clamp(double value) {
        return (int) Math.min(Math.max(Math.rint(value), 0), 255);
    }
}
