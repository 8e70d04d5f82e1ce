// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.mediacapture.frame.Blob;

/** JPEG files to send and to compare with. */
final class Pictures {
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int START_OF_SCAN = 0xDA;
    private static final float HUE_STEP = 0.07f;

    private Pictures() {}

    /** A picture of 640x480 pixels that differs from number to number. */
    static byte[] jpeg(int number) throws IOException {
        return jpeg(number, 640, 480);
    }

    /** The same picture with 320x240 pixels. */
    static byte[] small(int number) throws IOException {
        return jpeg(number, 320, 240);
    }

    /** The same picture in another size. */
    static byte[] jpeg(int number, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(number * HUE_STEP, 0.8f, 0.9f));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(20 + number * 11 % 500, 150, 120, 120);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return file.toByteArray();
    }

    /** The size of a picture, such as 640x480. */
    static String size(Blob file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(file.type()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.stream())) {
            reader.setInput(in);
            return reader.getWidth(0) + "x" + reader.getHeight(0);
        } finally {
            reader.dispose();
        }
    }

    /** Which picture a file shows, from 0 to 13; it must be complete. */
    static int number(Blob file) throws IOException {
        BufferedImage image = image(file);
        Color colour = new Color(image.getRGB(image.getWidth() - 3, image.getHeight() - 3));
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        return Math.round(hsb[0] / HUE_STEP);
    }

    /** Every eighth pixel, since pictures may be large. */
    private static BufferedImage image(Blob file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(file.type()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.stream())) {
            reader.setInput(in);
            ImageReadParam eighth = reader.getDefaultReadParam();
            eighth.setSourceSubsampling(8, 8, 0, 0);
            return reader.read(0, eighth);
        } finally {
            reader.dispose();
        }
    }

    /** The same picture without its Huffman tables, as UVC cameras send it. */
    static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream stripped = new ByteArrayOutputStream();
        stripped.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != START_OF_SCAN) {
            int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) != HUFFMAN_TABLES) {
                stripped.write(jpeg, at, length);
            }
            at += length;
        }
        stripped.write(jpeg, at, jpeg.length - at);
        return stripped.toByteArray();
    }

    /** The same picture with a hundred wrong bytes in its scan: complete, and nobody knows what it shows. */
    static byte[] corrupt(byte[] jpeg) {
        byte[] corrupt = jpeg.clone();
        for (int at = jpeg.length / 2; at < jpeg.length / 2 + 100; at++) {
            corrupt[at] = 0x55;
        }
        return corrupt;
    }

    /** The first half of a picture. */
    static byte[] cutShort(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }
}
