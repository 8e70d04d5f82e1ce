// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Arrays;
import java.util.List;

/** A few colours that stand for all colours of a picture. Confined to one thread, since it remembers what it looked up. */
final class Palette {
    private static final int UNKNOWN = -1;

    private final int[] colours;
    private final int[] nearest = new int[ColourBox.BINS];

    private Palette(int[] colours) {
        this.colours = colours;
        Arrays.fill(nearest, UNKNOWN);
    }

    /** The palette of a picture by median cut. */
    static Palette of(Pixels picture, int most) {
        List<ColourBox> boxes = ColourBox.cut(picture, most);
        return new Palette(boxes.stream().mapToInt(ColourBox::mean).toArray());
    }

    int size() {
        return colours.length;
    }

    /** A colour as 0xRRGGBB. */
    int colour(int index) {
        return colours[index];
    }

    /** The index of the colour that is nearest to another one. */
    int nearest(int red, int green, int blue) {
        int bin = ColourBox.bin(red, green, blue);
        if (nearest[bin] == UNKNOWN) {
            nearest[bin] = search(red, green, blue);
        }
        return nearest[bin];
    }

    private int search(int red, int green, int blue) {
        int found = 0;
        int smallest = Integer.MAX_VALUE;
        for (int index = 0; index < colours.length; index++) {
            int r = (colours[index] >> 16) - red;
            int g = (colours[index] >> 8 & 0xFF) - green;
            int b = (colours[index] & 0xFF) - blue;
            int distance = r * r + g * g + b * b;
            if (distance < smallest) {
                smallest = distance;
                found = index;
            }
        }
        return found;
    }
}
