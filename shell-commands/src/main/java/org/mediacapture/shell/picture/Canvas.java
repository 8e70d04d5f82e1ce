// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

/** A black ground that pictures are put on. Confined to one thread. */
final class Canvas {
    private final int width;
    private final int height;
    private final int[] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new int[width * height];
    }

    /** Puts a picture to the upper edge. */
    void put(Pixels picture, int x) {
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(picture.rgb(), y * picture.width(), rgb, y * width + x, picture.width());
        }
    }

    /** What is on it; nothing is put on it afterwards. */
    Pixels pixels() {
        return new Pixels(width, height, rgb);
    }
}
