// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures to draw, and how far what was drawn is from them. */
public final class TestPicture {
    private TestPicture() {}

    /** Red grows to the right, green downwards, blue against both: no two regions are alike. */
    public static Pixels gradient(int width, int height) {
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = 255 * x / Math.max(1, width - 1);
                int green = 255 * y / Math.max(1, height - 1);
                rgb[y * width + x] = red << 16 | green << 8 | 255 - (red + green) / 2;
            }
        }
        return new Pixels(width, height, rgb);
    }

    /** A picture for Java 2D. */
    public static BufferedImage image(Pixels picture) {
        return picture.toImage();
    }

    /** One colour everywhere. */
    public static Pixels plain(int width, int height, int colour) {
        int[] rgb = new int[width * height];
        Arrays.fill(rgb, colour);
        return new Pixels(width, height, rgb);
    }

    /** Reads an image file. */
    public static Pixels decoded(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            return Pixels.of(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The largest difference of any red, green or blue of two pictures of the same size. */
    public static int farthest(Pixels one, Pixels other) {
        if (one.width() != other.width() || one.height() != other.height()) {
            throw new AssertionError(one.width() + "x" + one.height() + " and " + other.width() + "x" + other.height());
        }
        int farthest = 0;
        for (int at = 0; at < one.rgb().length; at++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                int difference = (one.rgb()[at] >> shift & 0xFF) - (other.rgb()[at] >> shift & 0xFF);
                farthest = Math.max(farthest, Math.abs(difference));
            }
        }
        return farthest;
    }
}
