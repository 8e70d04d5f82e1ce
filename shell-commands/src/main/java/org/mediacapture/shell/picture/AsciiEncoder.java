// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import org.mediacapture.shell.camera.PixelSize;

/** A character for each pixel, by brightness, as for light letters on a dark ground. Thread-safe. */
final class AsciiEncoder implements Encoder {
    private static final String DARK_TO_BRIGHT = " .:-=+*#%@";
    private static final int LEVELS = 256;

    @Override
    public PixelSize grain(CellSize cell) {
        return new PixelSize(1, 1);
    }

    @Override
    public String encode(Pixels picture, Place place) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                text.append(DARK_TO_BRIGHT.charAt(brightness(picture.at(x, y)) * DARK_TO_BRIGHT.length() / LEVELS));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Luma after ITU-R BT.601, 0 to 255. */
    private static int brightness(int rgb) {
        return (299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
    }
}
