// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * A colour as JPEG has it: BT.601 coefficients, full range. Immutable.
 *
 * @param y luma, 0 to 255
 * @param cb blue difference, 0 to 255, 128 is none
 * @param cr red difference, 0 to 255, 128 is none
 */
record Ycc(double y, double cb, double cr) {
    static final Ycc WHITE = ofRgb(0xffffff);
    static final Ycc BLACK = ofRgb(0);

    /** The colour of 8-bit red, green and blue, written as 0xRRGGBB. */
    static Ycc ofRgb(int rgb) {
        return of(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** The colour of red, green and blue from 0 to 255. */
    static Ycc of(double red, double green, double blue) {
        return new Ycc(
                0.299 * red + 0.587 * green + 0.114 * blue,
                128 - 0.168736 * red - 0.331264 * green + 0.5 * blue,
                128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    }

    /** A grey from 0 (black) to 255 (white). */
    static Ycc grey(double level) {
        return new Ycc(level, 128, 128);
    }

    /** The nearest byte of a sample. */
    static byte sample(double value) {
        return (byte) Math.min(Math.max((int) (value + 0.5), 0), 255);
    }
}
