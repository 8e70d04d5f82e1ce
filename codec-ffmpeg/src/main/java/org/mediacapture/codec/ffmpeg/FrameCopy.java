// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Copies the visible part of a frame, where FFmpeg cannot read it as it lies. Thread-safe, without state. */
final class FrameCopy {
    /** The value of a colour plane where there is no colour. */
    private static final int NEUTRAL = 128;

    private FrameCopy() {}

    /** Whether a part of a YUYV picture begins or ends within a group of two pixels, or has an odd height. */
    static boolean splitsGroups(PixelRect visible) {
        return visible.x() % 2 + visible.width() % 2 + visible.height() % 2 > 0;
    }

    /** What a copy of a frame is like. */
    static Shape shape(VideoFrame source) {
        PixelRect visible = source.visible();
        return Shape.of(format(source), source.colorSpace(), visible.width(), visible.height());
    }

    private static PixelFormat format(VideoFrame source) {
        return switch (source.format()) {
            // FFmpeg takes grey for full range whatever it is told, so grey becomes luma without colour.
            case GRAY8 -> PixelFormat.I420;
            // A row that begins in the middle of a group cannot be YUYV, and libswscale leaves out the end of odd
            // sizes.
            case YUYV -> splitsGroups(source.visible()) ? PixelFormat.I422 : PixelFormat.YUYV;
            default -> source.format();
        };
    }

    /** Fills a picture of the {@link #shape}. */
    static void copy(VideoFrame source, Picture copy) {
        PixelFormat format = copy.shape().format();
        if (source.format() == PixelFormat.YUYV && format != PixelFormat.YUYV) {
            splitGroups(source, copy.data());
            return;
        }
        for (int plane = 0; plane < source.format().planes(); plane++) {
            copyPlane(source, plane, copy.data());
        }
        for (int plane = source.format().planes(); plane < format.planes(); plane++) {
            BytePointer colour = copy.frame().data(plane);
            Pointer.memset(
                    colour, NEUTRAL, copy.data().planes().get(plane).buffer().capacity());
        }
    }

    private static void copyPlane(VideoFrame source, int plane, FrameData copy) {
        ByteBuffer from = source.plane(plane);
        Plane to = copy.planes().get(plane);
        int left = PictureLayout.start(source, plane);
        int length = PictureLayout.rowBytes(copy.format(), plane, copy.codedWidth());
        int rows = copy.format().planeHeight(plane, copy.codedHeight());
        for (int row = 0; row < rows; row++) {
            int start = left + row * source.rowStride(plane);
            // The last group or chroma sample of an odd width may lie beyond a buffer that ends with its last pixel.
            int available = Math.min(length, from.limit() - start);
            to.buffer().put(row * to.rowStride(), from, start, available);
        }
    }

    private static void splitGroups(VideoFrame source, FrameData copy) {
        ByteBuffer from = source.plane(0);
        Plane luma = copy.planes().get(0);
        Plane blue = copy.planes().get(1);
        Plane red = copy.planes().get(2);
        PixelRect visible = source.visible();
        for (int row = 0; row < visible.height(); row++) {
            int start = (visible.y() + row) * source.rowStride(0);
            for (int column = 0; column < visible.width(); column++) {
                int x = visible.x() + column;
                luma.buffer().put(row * luma.rowStride() + column, from.get(start + x * 2));
                if (column % 2 == 0) {
                    blue.buffer().put(row * blue.rowStride() + column / 2, from.get(start + x / 2 * 4 + 1));
                    red.buffer().put(row * red.rowStride() + column / 2, from.get(start + x / 2 * 4 + 3));
                }
            }
        }
    }
}
