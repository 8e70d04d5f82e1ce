// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.mediacapture.frame.Blob;

/** A picture of a UVC camera of the lab: a strip that tells the number of the frame, and a square that follows the controls. */
final class UvcPicture {
    private static final int BLOCK = 16;
    private static final int BLOCKS = 19;
    private static final int WHITE = 128;
    /** The square has a luma of 160 and the ground one of 80. */
    private static final int SQUARE = 120;

    private final BufferedImage image;

    private UvcPicture(BufferedImage image) {
        this.image = image;
    }

    /** Decodes a photo. */
    static UvcPicture of(Blob photo) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo.bytes()));
        if (image == null) {
            throw new IllegalArgumentException("Not a picture that Java reads: " + photo);
        }
        return new UvcPicture(image);
    }

    static UvcPicture of(BufferedImage image) {
        return new UvcPicture(image);
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    /** The number of the frame in its stream, from 0, of 16 bits. */
    int frameNumber() {
        return frameNumber(this::luma);
    }

    /** The number of a frame whose luma is told by x and y. */
    static int frameNumber(IntBinaryOperator luma) {
        int bits = 0;
        for (int block = 0; block < BLOCKS; block++) {
            bits = bits << 1 | (luma.applyAsInt(block * BLOCK + BLOCK / 2, BLOCK / 2) > WHITE ? 1 : 0);
        }
        // White, black, sixteen bits, and one that makes the number of white ones even.
        if (bits >> 17 != 0b10 || Integer.bitCount(bits & 0x1ffff) % 2 != 0) {
            throw new IllegalArgumentException("No frame counter in this picture: " + Integer.toBinaryString(bits));
        }
        return bits >> 1 & 0xffff;
    }

    /** Where the square is; empty if there is none. */
    Rectangle square() {
        Rectangle square = new Rectangle(-1, -1);
        for (int y = 2 * BLOCK; y < height(); y++) {
            for (int x = 0; x < width(); x++) {
                if (luma(x, y) > SQUARE) {
                    square.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return square;
    }

    private int luma(int x, int y) {
        int rgb = image.getRGB(x, y);
        return (int) Math.round(0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff));
    }
}
