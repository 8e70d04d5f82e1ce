// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;

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
    private static final double RADIUS = 0.1;
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

    /** The column from which a pair of rows covers anything, even; the last column if it never does. */
    int from(int pair) {
        return Math.min(2 * blue.from(pair), Math.min(luma.from(2 * pair), luma.from(2 * pair + 1))) & ~1;
    }

    /** The column up to which it does, exclusive and even. */
    int to(int pair) {
        return Math.max(2 * blue.to(pair), Math.max(luma.to(2 * pair), luma.to(2 * pair + 1)) + 1) & ~1;
    }

    /** The most bytes that the ball takes in all three planes. */
    int bytes() {
        return size * size * 3 / 2;
    }

    /** The farthest distance in pixels from the ball's middle at which anything is drawn. */
    double reach() {
        return centre + 2;
    }

    /**
     * One plane of the ball. Written once, then only read. A row of it lets everything through at both ends and nothing in its
     * middle, so that only what lies between has to be worked out for each frame.
     */
    static final class Layer {
        private final int size;
        private final byte[] added;
        private final int[] mixes; // the part let through, then what is added, as fractions of 256
        private final Span[] seen; // of each row: where it covers anything
        private final Span[] solid; // of each row: where it covers everything

        Layer(int size) {
            this.size = size;
            this.added = new byte[size * size];
            this.mixes = new int[size * size];
            this.seen = Span.empty(size);
            this.solid = Span.empty(size);
        }

        private void set(int x, int y, double value, double alpha) {
            int left = (int) Math.round(OPAQUE * (1 - alpha));
            byte level = Ycc.sample(value * alpha);
            added[y * size + x] = level;
            mixes[y * size + x] = left << 16 | (level & 0xff) << 8 | OPAQUE / 2;
            if (left < OPAQUE) {
                seen[y] = seen[y].with(x);
            }
            if (left == 0) {
                solid[y] = solid[y].with(x);
            }
        }

        private int from(int row) {
            return seen[row].first();
        }

        private int to(int row) {
            return seen[row].end();
        }

        /** Lays part of a row of this layer over samples of the backdrop, into {@code result} from {@code resultAt} on. */
        void over(
                byte[] backdrop,
                int backdropAt,
                int layerRow,
                int layerColumn,
                int count,
                byte[] result,
                int resultAt) {
            System.arraycopy(backdrop, backdropAt, result, resultAt, count);
            int at = layerRow * size + layerColumn;
            int from = seen[layerRow].from(layerColumn, count);
            int to = seen[layerRow].to(layerColumn, count);
            int solidFrom = solid[layerRow].from(layerColumn, count);
            int solidTo = solid[layerRow].to(layerColumn, count);
            if (solidFrom >= solidTo) {
                blend(at, from, to, result, resultAt);
                return;
            }
            blend(at, from, solidFrom, result, resultAt);
            System.arraycopy(added, at + solidFrom, result, resultAt + solidFrom, solidTo - solidFrom);
            blend(at, solidTo, to, result, resultAt);
        }

        private void blend(int at, int from, int to, byte[] result, int resultAt) {
            for (int i = from; i < to; i++) {
                int mix = mixes[at + i];
                int under = result[resultAt + i] & 0xff;
                result[resultAt + i] = (byte) Math.min(under * (mix >>> 16) + (mix & 0xffff) >>> 8, 255);
            }
        }
    }

    /** Some columns of a row: from the first up to the last, exclusive. Immutable. */
    private record Span(int first, int end) {
        /** A span without columns for each row of a layer. */
        static Span[] empty(int size) {
            Span[] spans = new Span[size];
            Arrays.fill(spans, new Span(size, 0));
            return spans;
        }

        Span with(int column) {
            return new Span(Math.min(first, column), column + 1);
        }

        /** Where it begins in a part of the row. */
        int from(int start, int count) {
            return Math.min(Math.max(first - start, 0), count);
        }

        /** Where it ends in a part of the row. */
        int to(int start, int count) {
            return Math.min(Math.max(end - start, 0), count);
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
