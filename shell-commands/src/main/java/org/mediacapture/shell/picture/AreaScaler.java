// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Arrays;

/**
 * Scales by area: each new pixel is the mean of the old ones that it covers, by the share that it covers of each. Nothing
 * is left out, so that a thin line of a large picture still shows in a small one. Immutable.
 */
final class AreaScaler {
    private static final int COLOURS = 3;

    private final Axis columns;
    private final Axis rows;

    private AreaScaler(Axis columns, Axis rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** A picture in another size; both sizes are at least 1. */
    static Pixels scaled(Pixels picture, int width, int height) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        return new AreaScaler(new Axis(picture.width(), width), new Axis(picture.height(), height)).scaled(picture);
    }

    private Pixels scaled(Pixels picture) {
        int[] scaled = new int[columns.to * rows.to];
        float[] narrow = new float[columns.to * COLOURS];
        float[] sum = new float[columns.to * COLOURS];
        int last = -1;
        for (int y = 0; y < rows.to; y++) {
            Arrays.fill(sum, 0);
            for (int row = rows.first(y); row <= rows.last(y); row++) {
                if (row != last) {
                    narrow(picture, row, narrow);
                    last = row;
                }
                float share = rows.share(y, row);
                for (int at = 0; at < sum.length; at++) {
                    sum[at] += narrow[at] * share;
                }
            }
            for (int x = 0; x < columns.to; x++) {
                int at = x * COLOURS;
                scaled[y * columns.to + x] = rounded(sum[at]) << 16 | rounded(sum[at + 1]) << 8 | rounded(sum[at + 2]);
            }
        }
        return new Pixels(columns.to, rows.to, scaled);
    }

    /** One row of the picture, scaled in width. */
    private void narrow(Pixels picture, int y, float[] narrow) {
        for (int x = 0; x < columns.to; x++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int column = columns.first(x); column <= columns.last(x); column++) {
                float share = columns.share(x, column);
                int rgb = picture.at(column, y);
                red += (rgb >> 16) * share;
                green += (rgb >> 8 & 0xFF) * share;
                blue += (rgb & 0xFF) * share;
            }
            narrow[x * COLOURS] = red;
            narrow[x * COLOURS + 1] = green;
            narrow[x * COLOURS + 2] = blue;
        }
    }

    private static int rounded(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }

    /** Which old samples a new one covers along one axis, and by which share, in units of 1/to of an old sample. */
    private record Axis(int from, int to) {
        int first(int index) {
            return (int) ((long) index * from / to);
        }

        int last(int index) {
            return (int) (((long) (index + 1) * from - 1) / to);
        }

        float share(int index, int sample) {
            long begin = Math.max((long) index * from, (long) sample * to);
            long end = Math.min((long) (index + 1) * from, (long) (sample + 1) * to);
            return (float) (end - begin) / from;
        }
    }
}
