// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Arrays;

/** Shows many colours by few, by the error diffusion of Floyd and Steinberg. Thread-safe. */
final class Dithering {
    private static final int CHANNELS = 3;
    private static final int PARTS = 16;

    private Dithering() {}

    /** The index in the palette for each pixel of a picture. */
    static int[] of(Pixels picture, Palette palette) {
        int width = picture.width();
        int[] indices = new int[width * picture.height()];
        // Errors in sixteenths, with a pixel beyond each edge, so that the edges need no case of their own.
        int[] here = new int[(width + 2) * CHANNELS];
        int[] below = new int[(width + 2) * CHANNELS];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < width; x++) {
                int at = (x + 1) * CHANNELS;
                int rgb = picture.at(x, y);
                int red = clamped((rgb >> 16) + here[at] / PARTS);
                int green = clamped((rgb >> 8 & 0xFF) + here[at + 1] / PARTS);
                int blue = clamped((rgb & 0xFF) + here[at + 2] / PARTS);
                int index = palette.nearest(red, green, blue);
                int shown = palette.colour(index);
                indices[y * width + x] = index;
                spread(here, below, at, red - (shown >> 16));
                spread(here, below, at + 1, green - (shown >> 8 & 0xFF));
                spread(here, below, at + 2, blue - (shown & 0xFF));
            }
            int[] done = here;
            here = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return indices;
    }

    private static void spread(int[] here, int[] below, int at, int error) {
        here[at + CHANNELS] += error * 7;
        below[at - CHANNELS] += error * 3;
        below[at] += error * 5;
        below[at + CHANNELS] += error;
    }

    private static int clamped(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
