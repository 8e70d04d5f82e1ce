// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/**
 * A picture of blue, green and red bytes in memory of its own, which is filled again and again. Confined to the capture thread,
 * but for giving it back, which may happen on any.
 */
final class Picture {
    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] bytes;
    private final FrameData data;

    /** An empty picture of a size in pixels. */
    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        bytes = new byte[width * height * CHANNELS];
        Plane plane = new Plane(ByteBuffer.wrap(bytes), width * CHANNELS, CHANNELS);
        data = FrameData.of(PixelFormat.BGR24, List.of(plane), width, height, ColorSpace.SRGB);
    }

    FrameData data() {
        return data;
    }

    /** Takes the pixels of a decoded image of this size. */
    void fill(BufferedImage image) {
        boolean same = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && image.getRaster().getDataBuffer().getSize() == bytes.length;
        if (same) {
            byte[] source = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(source, 0, bytes, 0, bytes.length);
        } else if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            fillFromGrey(image.getRaster());
        } else {
            fillFromAny(image);
        }
    }

    /** The samples as they are: AWT takes grey for linear light, and would make it brighter than it was. */
    private void fillFromGrey(Raster raster) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                set(x, y, row[x], row[x], row[x]);
            }
        }
    }

    private void fillFromAny(BufferedImage image) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                set(x, y, row[x], row[x] >> 8, row[x] >> 16);
            }
        }
    }

    private void set(int x, int y, int blue, int green, int red) {
        int at = (y * width + x) * CHANNELS;
        bytes[at] = (byte) blue;
        bytes[at + 1] = (byte) green;
        bytes[at + 2] = (byte) red;
    }

    /** Takes pixels of red, green and blue bytes, as the natives give them. */
    void fillFromRgb(ByteBuffer source) {
        source.get(bytes);
        for (int at = 0; at < bytes.length; at += CHANNELS) {
            byte red = bytes[at];
            bytes[at] = bytes[at + 2];
            bytes[at + 2] = red;
        }
    }

    /** What whoever borrows the picture runs when it is done; a second run does nothing. */
    Runnable lease(Consumer<Picture> giveBack) {
        AtomicBoolean lent = new AtomicBoolean(true);
        return () -> {
            if (lent.getAndSet(false)) {
                giveBack.accept(this);
            }
        };
    }
}
