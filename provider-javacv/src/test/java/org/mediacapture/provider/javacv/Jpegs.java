// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Makes pictures for tests, each different from the others. */
final class Jpegs {
    static final int WIDTH = 320;
    static final int HEIGHT = 240;

    private Jpegs() {}

    /** A whole JPEG of 320x240 pixels. */
    static byte[] whole(int number) {
        return image(number, WIDTH, HEIGHT, "jpeg");
    }

    /** Several whole JPEGs. */
    static List<byte[]> several(int count) {
        return IntStream.range(0, count).mapToObj(Jpegs::whole).toList();
    }

    /** An image file. */
    static byte[] image(int number, int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(number * 37 % 256, number * 91 % 256, 200 - number % 100));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(number * 13 % width, number * 7 % height, 60, 60);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG as UVC cameras send it: without its Huffman tables. */
    static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int position = 2;
        while ((jpeg[position + 1] & 0xFF) != 0xDA) {
            int length = 2 + ((jpeg[position + 2] & 0xFF) << 8 | jpeg[position + 3] & 0xFF);
            if ((jpeg[position + 1] & 0xFF) != 0xC4) {
                out.write(jpeg, position, length);
            }
            position += length;
        }
        out.write(jpeg, position, jpeg.length - position);
        return out.toByteArray();
    }

    /** The first two thirds of a JPEG. */
    static byte[] cutShort(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length * 2 / 3);
    }
}
