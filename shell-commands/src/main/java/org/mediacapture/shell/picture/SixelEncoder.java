// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import org.mediacapture.shell.camera.PixelSize;

/**
 * Sixels: bands of six rows, each colour of a band in a line of its own. The palette is made for the picture, and what it
 * lacks is dithered. Thread-safe.
 *
 * @see <a href="https://vt100.net/docs/vt3xx-gp/chapter14.html">VT330/VT340: Sixel Graphics</a>
 */
final class SixelEncoder implements Encoder {
    private static final int BAND = 6;
    private static final int MOST_COLOURS = 256;
    private static final int FIRST = '?';
    private static final int WORTH_COUNTING = 4;

    @Override
    public PixelSize grain(CellSize cell) {
        return new PixelSize(cell.width(), cell.height());
    }

    @Override
    public String encode(Pixels picture, Place place) {
        Palette palette = Palette.of(picture, MOST_COLOURS);
        int[] indices = Dithering.of(picture, palette);
        StringBuilder text = new StringBuilder("\033P0;1;0q\"1;1;" + picture.width() + ";" + picture.height());
        for (int index = 0; index < palette.size(); index++) {
            define(index, palette.colour(index), text);
        }
        for (int y = 0; y < picture.height(); y += BAND) {
            band(picture, indices, y, palette.size(), text);
        }
        return place.around(text.append("\033\\").toString());
    }

    /** Levels of colours are percent. */
    private static void define(int index, int rgb, StringBuilder text) {
        text.append('#')
                .append(index)
                .append(";2;")
                .append(percent(rgb >> 16))
                .append(';')
                .append(percent(rgb >> 8 & 0xFF))
                .append(';')
                .append(percent(rgb & 0xFF));
    }

    private static int percent(int level) {
        return (level * 100 + 127) / 255;
    }

    private static void band(Pixels picture, int[] indices, int top, int colours, StringBuilder text) {
        int width = picture.width();
        byte[][] sixels = new byte[colours][];
        for (int y = top; y < Math.min(top + BAND, picture.height()); y++) {
            for (int x = 0; x < width; x++) {
                int index = indices[y * width + x];
                if (sixels[index] == null) {
                    sixels[index] = new byte[width];
                }
                sixels[index][x] |= (byte) (1 << y - top);
            }
        }
        for (int index = 0; index < colours; index++) {
            if (sixels[index] != null) {
                text.append('#').append(index);
                line(sixels[index], text);
                text.append('$');
            }
        }
        text.append('-');
    }

    private static void line(byte[] sixels, StringBuilder text) {
        int end = sixels.length;
        while (sixels[end - 1] == 0) {
            end--; // what stands empty at the end is as it was
        }
        int x = 0;
        while (x < end) {
            int from = x;
            while (x < end && sixels[x] == sixels[from]) {
                x++;
            }
            char sixel = (char) (FIRST + sixels[from]);
            if (x - from < WORTH_COUNTING) {
                text.append(String.valueOf(sixel).repeat(x - from));
            } else {
                text.append('!').append(x - from).append(sixel);
            }
        }
    }
}
