// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import org.mediacapture.shell.camera.PixelSize;

/** Two pixels in each character: an upper half block in the one colour on a ground of the other. Thread-safe. */
final class BlocksEncoder implements Encoder {
    private static final char UPPER_HALF = '\u2580';
    private static final int NO_CODE = -1;

    private final Colours colours;

    BlocksEncoder(Colours colours) {
        this.colours = colours;
    }

    @Override
    public PixelSize grain(CellSize cell) {
        return new PixelSize(1, 2);
    }

    @Override
    public String encode(Pixels picture, Place place) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < picture.height(); y += 2) {
            line(picture, y, text);
            text.append("\033[0m\n");
        }
        return text.toString();
    }

    /** A colour is told only where it changes, which is most of the bytes. */
    private void line(Pixels picture, int y, StringBuilder text) {
        int ink = NO_CODE;
        int ground = NO_CODE;
        for (int x = 0; x < picture.width(); x++) {
            int upper = colours.code(picture.at(x, y));
            int lower = colours.code(picture.at(x, y + 1));
            if (lower != ground) {
                text.append("\033[48;").append(colours.parameters(lower)).append('m');
                ground = lower;
            }
            if (upper != lower && upper != ink) {
                text.append("\033[38;").append(colours.parameters(upper)).append('m');
                ink = upper;
            }
            text.append(upper == lower ? ' ' : UPPER_HALF);
        }
    }
}
