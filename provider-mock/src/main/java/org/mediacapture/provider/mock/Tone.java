// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * What exposure, white balance, contrast, saturation and brightness make of a colour. Immutable.
 *
 * @param red factor of red
 * @param green factor of green
 * @param blue factor of blue
 * @param contrast factor of luma about the middle grey
 * @param saturation factor of both colour differences
 * @param brightness added to luma, in levels
 */
record Tone(double red, double green, double blue, double contrast, double saturation, double brightness) {
    private static final double MIDDLE = 128;

    /** Samples are not proportional to light, but to this root of it. */
    private static final double GAMMA = 2.2;

    private static final double RED_BY_WARMTH = 0.35;
    private static final double BLUE_BY_WARMTH = -0.6;

    static Tone of(Look look) {
        double light = look.exposure() / GAMMA;
        return new Tone(
                Math.pow(2, light + RED_BY_WARMTH * look.warmth()),
                Math.pow(2, light),
                Math.pow(2, light + BLUE_BY_WARMTH * look.warmth()),
                look.contrast(),
                look.saturation(),
                look.brightness());
    }

    /** The colour as it is seen; one that is neither touched by light nor by contrast stays exactly as it is. */
    Ycc of(Ycc color) {
        Ycc lit = red == 1 && green == 1 && blue == 1 ? color : lit(color);
        double y = contrast == 1 ? lit.y() : MIDDLE + (lit.y() - MIDDLE) * contrast;
        if (saturation == 1) {
            return new Ycc(level(y + brightness), lit.cb(), lit.cr());
        }
        double cb = MIDDLE + (lit.cb() - MIDDLE) * saturation;
        double cr = MIDDLE + (lit.cr() - MIDDLE) * saturation;
        return new Ycc(level(y + brightness), level(cb), level(cr));
    }

    private Ycc lit(Ycc color) {
        double cr = color.cr() - MIDDLE;
        double cb = color.cb() - MIDDLE;
        return Ycc.of(
                level((color.y() + 1.402 * cr) * red),
                level((color.y() - 0.344136 * cb - 0.714136 * cr) * green),
                level((color.y() + 1.772 * cb) * blue));
    }

    private static double level(double value) {
        return Math.min(Math.max(value, 0), 255);
    }
}
