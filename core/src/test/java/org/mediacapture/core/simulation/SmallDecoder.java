// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Sees the same small picture in every JPEG, since real decoding would take most of the simulation's time. Immutable. */
final class SmallDecoder implements ImageDecoder {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 12;

    @Override
    public boolean decodes(PixelFormat format) {
        return format == PixelFormat.MJPEG;
    }

    @Override
    public LentFrame decode(VideoFrame frame) {
        Plane plane = new Plane(ByteBuffer.allocate(WIDTH * HEIGHT * 3), WIDTH * 3, 3);
        return LentFrame.unpooled(FrameData.of(PixelFormat.BGR24, List.of(plane), WIDTH, HEIGHT, ColorSpace.SRGB));
    }
}
