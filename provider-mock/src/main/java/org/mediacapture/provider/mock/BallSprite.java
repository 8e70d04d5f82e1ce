// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * The ball with its shadow as three layers of samples: what they add, and how much of the backdrop they let through.
 * Immutable.
 *
 * @param size width and height of the luma layer in pixels, even
 * @param centre where the ball's middle lies within, in pixels from the left and upper edge
 * @param luma the luma layer
 * @param blue the blue difference layer, half as wide and high
 * @param red the red difference layer, half as wide and high
 */
record BallSprite(int size, double centre, Layer luma, Layer blue, Layer red) {
    private static final double RADIUS = 0.145;
    private static final double SHADOW_X = 0.22;
    private static final double SHADOW_Y = 0.34;
    private static final double SHADOW_SOFTNESS = 0.45;
    private static final double SHADOW_OPACITY = 0.42;
    private static final int OPAQUE = 256;

    /** Draws the ball as large as the view has it, in the given tone. */
    static BallSprite of(View view, Tone tone) {
        double radius = RADIUS * view.height() * view.zoom();
        int size = 2 * (int) Math.ceil(radius * (1 + SHADOW_Y + SHADOW_SOFTNESS / 2)) + 2;
        double centre = size / 2.0;
        Layer luma = new Layer(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                Shade shade = Shade.at((x + 0.5 - centre) / radius, (y + 0.5 - centre) / radius, 1 / radius);
                luma.set(x, y, tone.of(shade.color()).y(), shade.alpha());
            }
        }
        Layer blue = new Layer(size / 2);
        Layer red = new Layer(size / 2);
        for (int y = 0; y < size / 2; y++) {
            for (int x = 0; x < size / 2; x++) {
                Shade shade = Shade.at((2 * x + 1 - centre) / radius, (2 * y + 1 - centre) / radius, 2 / radius);
                Ycc color = tone.of(shade.color());
                blue.set(x, y, color.cb(), shade.alpha());
                red.set(x, y, color.cr(), shade.alpha());
            }
        }
        return new BallSprite(size, centre, luma, blue, red);
    }

    /** The farthest distance in pixels from the ball's middle at which anything is drawn. */
    double reach() {
        return centre + 2;
    }

    /** One plane of the ball. Written once, then only read. */
    static final class Layer {
        private final int size;
        private final byte[] added;
        private final short[] through;

        Layer(int size) {
            this.size = size;
            this.added = new byte[size * size];
            this.through = new short[size * size];
        }

        private void set(int x, int y, double value, double alpha) {
            added[y * size + x] = Ycc.sample(value * alpha);
            through[y * size + x] = (short) Math.round(OPAQUE * (1 - alpha));
        }

        /** Lays part of a row of this layer over samples of the backdrop, into {@code result} from its beginning. */
        void over(byte[] backdrop, int backdropAt, int layerRow, int layerColumn, int count, byte[] result) {
            int at = layerRow * size + layerColumn;
            for (int i = 0; i < count; i++) {
                int under = (backdrop[backdropAt + i] & 0xff) * through[at + i] + OPAQUE / 2 >> 8;
                result[i] = (byte) Math.min((added[at + i] & 0xff) + under, 255);
            }
        }
    }

    /** What is seen at one point: the colour, and how much it covers, 0 to 1. */
    private record Shade(Ycc color, double alpha) {
        private static final double LIGHT_X = -0.48;
        private static final double LIGHT_Y = -0.62;
        private static final double LIGHT_Z = 0.62;

        /** The point at a distance from the middle, in radii; a pixel is as wide as given, in radii. */
        static Shade at(double x, double y, double pixel) {
            double distance = Math.sqrt(x * x + y * y);
            double ball = clamp((1 - distance) / pixel + 0.5);
            double shadow = shadow(x - SHADOW_X, y - SHADOW_Y) * (1 - ball);
            double alpha = ball + shadow;
            if (ball == 0) {
                return new Shade(Ycc.BLACK, alpha);
            }
            Ycc color = surface(x, y, Math.min(distance, 1));
            double part = ball / alpha;
            return new Shade(
                    new Ycc(color.y() * part, 128 + (color.cb() - 128) * part, 128 + (color.cr() - 128) * part), alpha);
        }

        private static double shadow(double x, double y) {
            double inside = clamp((1 + SHADOW_SOFTNESS / 2 - Math.sqrt(x * x + y * y)) / SHADOW_SOFTNESS);
            return SHADOW_OPACITY * inside * inside * (3 - 2 * inside);
        }

        private static Ycc surface(double x, double y, double distance) {
            double depth = Math.sqrt(1 - distance * distance);
            double light = Math.max(0, x * LIGHT_X + y * LIGHT_Y + depth * LIGHT_Z);
            double mirror = Math.max(0, 2 * light * depth - LIGHT_Z);
            double gloss = mirror * mirror * mirror * mirror;
            double shine = 215 * gloss * gloss * gloss * gloss;
            double lit = 0.44 + 0.66 * light;
            double rim = 40 * (1 - depth) * (1 - depth);
            return Ycc.of(level(255 * lit + shine), level(92 * lit + shine + rim), level(52 * lit + shine + rim));
        }

        private static double level(double value) {
            return Math.min(value, 255);
        }

        private static double clamp(double value) {
            return Math.min(Math.max(value, 0), 1);
        }
    }
}
