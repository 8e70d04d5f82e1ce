// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** JPEG files to send and to compare with. */
final class Pictures {
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int START_OF_SCAN = 0xDA;

    private Pictures() {}

    /** A picture of 640x480 pixels that differs from number to number. */
    static byte[] jpeg(int number) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.getHSBColor(number * 0.07f, 0.8f, 0.9f));
        graphics.fillRect(0, 0, 640, 480);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(20 + number * 11 % 500, 150, 120, 120);
        graphics.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return file.toByteArray();
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

    /** The first half of a picture. */
    static byte[] cutShort(byte[] jpeg) {
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }
}
