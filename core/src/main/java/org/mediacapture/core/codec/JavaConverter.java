// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Any uncompressed frame to BGRA in plain Java, nearest pixel, slow and always there. Thread-safe. */
public final class JavaConverter implements FrameConverter {
    private static final int BYTES_PER_PIXEL = 4;

    @Override
    public boolean converts(PixelFormat from, PixelFormat to) {
        return !from.isCompressed() && to == PixelFormat.BGRA;
    }

    @Override
    public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
        PixelReader pixels = PixelReader.of(frame);
        ByteBuffer bgra = ByteBuffer.allocate(width * height * BYTES_PER_PIXEL);
        int sourceWidth = frame.visible().width();
        int sourceHeight = frame.visible().height();
        for (int y = 0; y < height; y++) {
            int fromY = frame.visible().y() + (int) ((long) y * sourceHeight / height);
            for (int x = 0; x < width; x++) {
                int fromX = frame.visible().x() + (int) ((long) x * sourceWidth / width);
                int rgb = pixels.rgb(fromX, fromY);
                bgra.put((byte) rgb)
                        .put((byte) (rgb >> 8))
                        .put((byte) (rgb >> 16))
                        .put((byte) 255);
            }
        }
        Plane plane = new Plane(bgra.flip(), width * BYTES_PER_PIXEL, BYTES_PER_PIXEL);
        return LentFrame.unpooled(FrameData.of(to, List.of(plane), width, height, ColorSpace.SRGB));
    }
}
