// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.nio.ByteBuffer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.VideoFrame;

/** Reads single pixels of a frame, in coded coordinates, as 0xRRGGBB. Confined to one thread while its frame is open. */
@FunctionalInterface
interface PixelReader {
    int rgb(int x, int y);

    static PixelReader of(VideoFrame frame) {
        return switch (frame.format()) {
            case I420 -> planar(frame, 1, 1);
            case I422 -> planar(frame, 1, 0);
            case I444 -> planar(frame, 0, 0);
            case NV12 -> semiPlanar(frame);
            case YUYV -> packed(frame);
            case BGR24, BGRA -> direct(frame);
            case GRAY8 -> grey(frame);
            case MJPEG ->
                throw new MediaException(ErrorName.OPERATION, "a JPEG frame has no pixels before it is decoded");
        };
    }

    private static PixelReader planar(VideoFrame frame, int shiftX, int shiftY) {
        YuvToRgb colors = YuvToRgb.of(frame.colorSpace());
        Samples luma = Samples.of(frame, 0, 0);
        Samples u = Samples.of(frame, 1, 0);
        Samples v = Samples.of(frame, 2, 0);
        return (x, y) -> colors.rgb(luma.at(x, y), u.at(x >> shiftX, y >> shiftY), v.at(x >> shiftX, y >> shiftY));
    }

    private static PixelReader semiPlanar(VideoFrame frame) {
        YuvToRgb colors = YuvToRgb.of(frame.colorSpace());
        Samples luma = Samples.of(frame, 0, 0);
        Samples u = Samples.of(frame, 1, 0);
        Samples v = Samples.of(frame, 1, 1);
        return (x, y) -> colors.rgb(luma.at(x, y), u.at(x >> 1, y >> 1), v.at(x >> 1, y >> 1));
    }

    private static PixelReader packed(VideoFrame frame) {
        YuvToRgb colors = YuvToRgb.of(frame.colorSpace());
        Samples luma = Samples.of(frame, 0, 0);
        Samples u = Samples.of(frame, 0, 1);
        Samples v = Samples.of(frame, 0, 3);
        return (x, y) -> colors.rgb(luma.at(x, y), u.at(x & ~1, y), v.at(x & ~1, y));
    }

    private static PixelReader direct(VideoFrame frame) {
        Samples blue = Samples.of(frame, 0, 0);
        Samples green = Samples.of(frame, 0, 1);
        Samples red = Samples.of(frame, 0, 2);
        return (x, y) -> red.at(x, y) << 16 | green.at(x, y) << 8 | blue.at(x, y);
    }

    private static PixelReader grey(VideoFrame frame) {
        YuvToRgb colors = YuvToRgb.of(frame.colorSpace());
        Samples luma = Samples.of(frame, 0, 0);
        return (x, y) -> colors.rgb(luma.at(x, y), 128, 128);
    }

    /** The samples of one component: every {@code pixelStride} bytes from {@code offset} on, in rows of {@code rowStride}. */
    record Samples(ByteBuffer bytes, int rowStride, int pixelStride, int offset) {
        static Samples of(VideoFrame frame, int plane, int offset) {
            return new Samples(frame.plane(plane), frame.rowStride(plane), frame.pixelStride(plane), offset);
        }

        int at(int x, int y) {
            return bytes.get(y * rowStride + x * pixelStride + offset) & 0xFF;
        }
    }
}
