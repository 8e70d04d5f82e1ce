// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * What a mock camera looks at, without the ball: colour bars, the same in opposite order, a grey ramp and grey steps, lying
 * one below the other. A pure function of the view; immutable.
 */
final class Scene {
    private static final int[] BARS = {0xc8c8c8, 0xc8c000, 0x00c0c0, 0x00c000, 0xc000c0, 0xc81414, 0x1414c8, 0x101010};
    private static final int[] COUNTER_BARS = {
        0x1414c8, 0x101010, 0xc000c0, 0x101010, 0x00c0c0, 0x101010, 0xc8c8c8, 0x101010
    };
    private static final int STEPS = 11;

    /** The lower edges of the bands as parts of the scene's height. */
    private static final double[] BAND_EDGES = {0.68, 0.76, 0.90, 1};

    /** Samples taken across a pixel, so that edges between bars are smooth. */
    private static final int SAMPLES = 4;

    private final PictureLayout layout;

    Scene(PictureLayout layout) {
        this.layout = layout;
    }

    /** Draws the scene in the given tone. */
    void draw(Canvas canvas, View view, Tone tone) {
        byte[][] luma = new byte[BAND_EDGES.length][layout.width()];
        byte[][] blue = new byte[BAND_EDGES.length][layout.chromaWidth()];
        byte[][] red = new byte[BAND_EDGES.length][layout.chromaWidth()];
        for (int band = 0; band < BAND_EDGES.length; band++) {
            for (int x = 0; x < layout.width(); x++) {
                luma[band][x] = Ycc.sample(tone.of(mean(band, view, x, x + 1)).y());
            }
            for (int x = 0; x < layout.chromaWidth(); x++) {
                Ycc color = tone.of(mean(band, view, 2 * x, 2 * x + 2));
                blue[band][x] = Ycc.sample(color.cb());
                red[band][x] = Ycc.sample(color.cr());
            }
        }
        for (int y = 0; y < view.height(); y++) {
            System.arraycopy(luma[band(view, y + 0.5)], 0, canvas.luma(), y * layout.width(), layout.width());
        }
        for (int y = 0; y < view.height() / 2; y++) {
            int band = band(view, 2 * y + 1);
            System.arraycopy(blue[band], 0, canvas.blue(), y * layout.chromaWidth(), layout.chromaWidth());
            System.arraycopy(red[band], 0, canvas.red(), y * layout.chromaWidth(), layout.chromaWidth());
        }
    }

    private static int band(View view, double y) {
        double sceneY = view.sceneY(y);
        int band = 0;
        while (band < BAND_EDGES.length - 1 && sceneY >= BAND_EDGES[band]) {
            band++;
        }
        return band;
    }

    private static Ycc mean(int band, View view, double left, double right) {
        double y = 0;
        double cb = 0;
        double cr = 0;
        for (int i = 0; i < SAMPLES; i++) {
            Ycc color = color(band, view.sceneX(left + (right - left) * (i + 0.5) / SAMPLES));
            y += color.y() / SAMPLES;
            cb += color.cb() / SAMPLES;
            cr += color.cr() / SAMPLES;
        }
        return new Ycc(y, cb, cr);
    }

    private static Ycc color(int band, double sceneX) {
        return switch (band) {
            case 0 -> Ycc.ofRgb(BARS[(int) (sceneX * BARS.length)]);
            case 1 -> Ycc.ofRgb(COUNTER_BARS[(int) (sceneX * COUNTER_BARS.length)]);
            case 2 -> Ycc.grey(255 * sceneX);
            default -> Ycc.grey(255.0 * (STEPS - 1 - (int) (sceneX * STEPS)) / (STEPS - 1));
        };
    }
}
