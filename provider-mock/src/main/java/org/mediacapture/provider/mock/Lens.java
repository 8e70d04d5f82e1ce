// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;

/**
 * Blurs what is out of focus, and sharpens; works on the upper rows of a canvas, which show the scene. Only run when the
 * controls moved. Confined to the thread that draws.
 */
final class Lens {
    /** As far as this, in doublings of the distance, everything is sharp. */
    private static final double DEPTH_OF_FIELD = 0.25;

    private static final double MOST_DEFOCUS = 4;

    /** The radius of the blur for each doubling of the distance, as a part of the scene's height. */
    private static final double BLUR = 0.008;

    private static final double HALO_RADIUS = 1.3;
    private static final double HALO = 1.6;

    private final PictureLayout layout;

    Lens(PictureLayout layout) {
        this.layout = layout;
    }

    void draw(Canvas canvas, Look look) {
        int height = layout.sceneHeight();
        double defocus = Math.min(look.defocus(), MOST_DEFOCUS) - DEPTH_OF_FIELD;
        int radius = (int) Math.round(Math.max(0, defocus) * BLUR * height);
        for (int pass = 0; radius > 0 && pass < 2; pass++) {
            blur(canvas.luma(), layout.width(), height, radius);
            blur(canvas.blue(), layout.chromaWidth(), height / 2, (radius + 1) / 2);
            blur(canvas.red(), layout.chromaWidth(), height / 2, (radius + 1) / 2);
        }
        if (look.sharpness() > 0) {
            sharpen(canvas.luma(), height, HALO * look.sharpness());
        }
    }

    private void sharpen(byte[] luma, int height, double strength) {
        byte[] soft = Arrays.copyOf(luma, layout.width() * height);
        blur(soft, layout.width(), height, (int) Math.max(1, Math.round(HALO_RADIUS * layout.scale())));
        for (int i = 0; i < soft.length; i++) {
            int level = luma[i] & 0xff;
            luma[i] = Ycc.sample(level + strength * (level - (soft[i] & 0xff)));
        }
    }

    /** The mean of a square about each sample; beyond the edges lies what lies at them. */
    private static void blur(byte[] plane, int width, int height, int radius) {
        byte[] rows = new byte[width * height];
        for (int y = 0; y < height; y++) {
            blurRow(plane, rows, y * width, width, radius);
        }
        int[] sums = new int[width];
        for (int y = -radius; y <= radius; y++) {
            add(rows, Math.min(Math.max(y, 0), height - 1) * width, sums, 1);
        }
        int count = 2 * radius + 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (byte) ((sums[x] + radius) / count);
            }
            add(rows, Math.min(y + radius + 1, height - 1) * width, sums, 1);
            add(rows, Math.max(y - radius, 0) * width, sums, -1);
        }
    }

    private static void blurRow(byte[] from, byte[] to, int start, int width, int radius) {
        int count = 2 * radius + 1;
        int sum = 0;
        for (int x = -radius; x <= radius; x++) {
            sum += from[start + Math.min(Math.max(x, 0), width - 1)] & 0xff;
        }
        for (int x = 0; x < width; x++) {
            to[start + x] = (byte) ((sum + radius) / count);
            sum += from[start + Math.min(x + radius + 1, width - 1)] & 0xff;
            sum -= from[start + Math.max(x - radius, 0)] & 0xff;
        }
    }

    private static void add(byte[] rows, int start, int[] sums, int sign) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] += sign * (rows[start + x] & 0xff);
        }
    }
}
