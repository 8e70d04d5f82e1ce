// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;

/** An uncompressed picture in FFmpeg's memory; freed by {@link #close()}. For one thread at a time. */
final class Picture implements AutoCloseable {
    /** The value of a colour plane where there is no colour. */
    private static final int NEUTRAL = 128;

    private final AVFrame frame = avutil.av_frame_alloc();
    private final PixelFormat format;
    private final ColorSpace colorSpace;

    private Picture(PixelFormat format, int layout, ColorSpace colorSpace, int width, int height) {
        this.format = format;
        this.colorSpace = colorSpace;
        frame.format(layout);
        frame.width(width);
        frame.height(height);
        PictureLayout.mark(frame, colorSpace);
    }

    /** A picture with undefined content. */
    static Picture empty(PixelFormat format, ColorSpace colorSpace, int width, int height) {
        return new Picture(format, PictureLayout.toFFmpeg(format), colorSpace, width, height).allocated();
    }

    /** A picture as {@link PixelFormat#BGR24}, but with red before green and blue, for encoders that want that. */
    static Picture emptyRgb(int width, int height) {
        return new Picture(PixelFormat.BGR24, avutil.AV_PIX_FMT_RGB24, ColorSpace.SRGB, width, height).allocated();
    }

    private Picture allocated() {
        if (avutil.av_frame_get_buffer(frame, 0) < 0) {
            String what = toString();
            close();
            throw new MediaException(ErrorName.OPERATION, "no memory for a picture of " + what);
        }
        return this;
    }

    /** A copy of the visible part of a frame. */
    static Picture copyOf(VideoFrame source) {
        PixelRect visible = source.visible();
        boolean odd = visible.x() % 2 + visible.width() % 2 + visible.height() % 2 > 0;
        if (source.format() == PixelFormat.YUYV && odd) {
            // A row that begins in the middle of a group cannot be YUYV, and libswscale leaves out the end of odd
            // sizes.
            Picture picture = empty(PixelFormat.I422, source.colorSpace(), visible.width(), visible.height());
            picture.splitGroups(source);
            return picture;
        }
        // FFmpeg takes grey for full range whatever it is told, so grey becomes luma without colour.
        PixelFormat format = source.format() == PixelFormat.GRAY8 ? PixelFormat.I420 : source.format();
        Picture picture = empty(format, source.colorSpace(), visible.width(), visible.height());
        for (int plane = 0; plane < source.format().planes(); plane++) {
            picture.copyPlane(source, plane);
        }
        for (int plane = source.format().planes(); plane < format.planes(); plane++) {
            BytePointer colour = picture.frame.data(plane);
            Pointer.memset(
                    colour,
                    NEUTRAL,
                    PictureLayout.bytes(picture.frame, format, plane).limit());
        }
        return picture;
    }

    /** The luma of this picture, which is planar, as a grey one. */
    Picture luma() {
        Picture grey = empty(PixelFormat.GRAY8, colorSpace, width(), height());
        ByteBuffer from = PictureLayout.bytes(frame, format, 0);
        ByteBuffer to = PictureLayout.bytes(grey.frame, PixelFormat.GRAY8, 0);
        for (int row = 0; row < height(); row++) {
            to.put(row * grey.frame.linesize(0), from, row * frame.linesize(0), width());
        }
        return grey;
    }

    private void copyPlane(VideoFrame source, int plane) {
        ByteBuffer from = source.plane(plane);
        ByteBuffer to = PictureLayout.bytes(frame, format, plane);
        PixelRect visible = source.visible();
        int left = subsampled(visible.x(), format.planeWidth(plane, 2) == 1) * source.pixelStride(plane);
        int top = subsampled(visible.y(), format.planeHeight(plane, 2) == 1);
        int length = PictureLayout.rowBytes(format, plane, visible.width());
        int rows = format.planeHeight(plane, visible.height());
        for (int row = 0; row < rows; row++) {
            int start = (top + row) * source.rowStride(plane) + left;
            // The last group or chroma sample of an odd width may lie beyond a buffer that ends with its last pixel.
            int available = Math.min(length, from.limit() - start);
            to.put(row * frame.linesize(plane), from, start, available);
        }
    }

    private static int subsampled(int offset, boolean half) {
        return half ? offset / 2 : offset;
    }

    private void splitGroups(VideoFrame source) {
        ByteBuffer from = source.plane(0);
        ByteBuffer luma = PictureLayout.bytes(frame, format, 0);
        ByteBuffer blue = PictureLayout.bytes(frame, format, 1);
        ByteBuffer red = PictureLayout.bytes(frame, format, 2);
        PixelRect visible = source.visible();
        for (int row = 0; row < visible.height(); row++) {
            int start = (visible.y() + row) * source.rowStride(0);
            for (int column = 0; column < visible.width(); column++) {
                int x = visible.x() + column;
                luma.put(row * frame.linesize(0) + column, from.get(start + x * 2));
                if (column % 2 == 0) {
                    blue.put(row * frame.linesize(1) + column / 2, from.get(start + x / 2 * 4 + 1));
                    red.put(row * frame.linesize(2) + column / 2, from.get(start + x / 2 * 4 + 3));
                }
            }
        }
    }

    /** FFmpeg's view of the picture. */
    AVFrame frame() {
        return frame;
    }

    PixelFormat format() {
        return format;
    }

    ColorSpace colorSpace() {
        return colorSpace;
    }

    int width() {
        return frame.width();
    }

    int height() {
        return frame.height();
    }

    /** Whether the picture is as described, so that there is nothing to convert. */
    boolean isOf(PixelFormat wanted, ColorSpace wantedColorSpace, int wantedWidth, int wantedHeight) {
        return format == wanted
                && colorSpace.equals(wantedColorSpace)
                && width() == wantedWidth
                && height() == wantedHeight;
    }

    /** Lends the picture; the release closes it. */
    LentFrame lend() {
        FrameData data = PictureLayout.describe(frame, format, colorSpace);
        return new LentFrame(data, this::close);
    }

    /** Frees the memory. Idempotent. */
    @Override
    public synchronized void close() {
        if (!frame.isNull()) {
            avutil.av_frame_free(frame);
        }
    }

    @Override
    public String toString() {
        return width() + "x" + height() + " " + format;
    }
}
