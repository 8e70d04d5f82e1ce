// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
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

    /** The colour of the upper left corner of a picture. */
    static Color background(int number) {
        return new Color(number * 37 % 256, number * 91 % 256, 200 - number % 100);
    }

    /** Holds a colour to another, apart from what JPEG changes. */
    static Consumer<Color> near(Color expected) {
        return color -> {
            assertThat(color.getRed()).as("red of %s", color).isCloseTo(expected.getRed(), within(6));
            assertThat(color.getGreen()).as("green of %s", color).isCloseTo(expected.getGreen(), within(6));
            assertThat(color.getBlue()).as("blue of %s", color).isCloseTo(expected.getBlue(), within(6));
        };
    }

    /** A JPEG of one grey alone. */
    static byte[] grey(int width, int height, int value) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), (byte) value);
        return encode(image, "jpeg");
    }

    /** An image file. */
    static byte[] image(int number, int width, int height, String format) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(background(number));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(width / 2, height / 2, width / 5, height / 5);
        graphics.dispose();
        return encode(image, format);
    }

    private static byte[] encode(BufferedImage image, String format) {
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
