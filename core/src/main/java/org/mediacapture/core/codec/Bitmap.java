// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Optional;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.frame.VideoFrame;

/** A decoded picture in memory of its own. Thread-safe. */
public final class Bitmap implements ImageBitmap {
    private volatile Optional<BufferedImage> image;

    private Bitmap(BufferedImage image) {
        this.image = Optional.of(image);
    }

    /** A bitmap of an open BGRA frame, which the caller closes. */
    public static Bitmap of(VideoFrame bgra) {
        return new Bitmap(imageOf(bgra));
    }

    /** An image of an open BGRA frame: BGRA bytes are ARGB integers in little-endian order. */
    static BufferedImage imageOf(VideoFrame bgra) {
        int width = bgra.visible().width();
        int height = bgra.visible().height();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        IntBuffer source = bgra.plane(0).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int stride = bgra.rowStride(0) / Integer.BYTES;
        for (int y = 0; y < height; y++) {
            source.get((bgra.visible().y() + y) * stride + bgra.visible().x(), pixels, y * width, width);
        }
        return image;
    }

    @Override
    public int width() {
        return image.map(BufferedImage::getWidth).orElse(0);
    }

    @Override
    public int height() {
        return image.map(BufferedImage::getHeight).orElse(0);
    }

    @Override
    public BufferedImage toBufferedImage() {
        return image.orElseThrow(() -> new IllegalStateException("The bitmap is closed"));
    }

    @Override
    public void close() {
        image = Optional.empty();
    }
}
