// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * A picture in memory. Immutable, as long as nobody writes into the array, which is not copied.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param rgb 0xRRGGBB, row by row from the top
 */
public record Pixels(int width, int height, int[] rgb) {
    private static final int RGB = 0xFFFFFF;

    /**
     * Makes a picture.
     *
     * @throws IllegalArgumentException if there are not as many values as pixels, or none
     */
    public Pixels {
        Objects.requireNonNull(rgb, "rgb");
        if (width < 1 || height < 1 || rgb.length != width * height) {
            throw new IllegalArgumentException(
                    "rgb: " + rgb.length + " values are no picture of " + width + "x" + height);
        }
    }

    /**
     * The pixels of an image.
     *
     * @param image an image; where it is transparent, its colour counts
     * @return a copy
     */
    public static Pixels of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = isPlain(image)
                ? (int[]) image.getRaster().getDataElements(0, 0, width, height, null)
                : image.getRGB(0, 0, width, height, null, 0, width);
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] &= RGB;
        }
        return new Pixels(width, height, rgb);
    }

    /** Frames are of these kinds: their values need no conversion, which for a large frame takes longer than all the rest. */
    private static boolean isPlain(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_INT_RGB || image.getType() == BufferedImage.TYPE_INT_ARGB;
    }

    /** The colour of a pixel as 0xRRGGBB. */
    int at(int x, int y) {
        return rgb[y * width + x];
    }

    /** The same for Java 2D. */
    BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, rgb);
        return image;
    }
}
