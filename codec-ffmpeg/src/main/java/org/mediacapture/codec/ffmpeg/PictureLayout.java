// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ColorSpace.Matrix;
import org.mediacapture.frame.ColorSpace.Range;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Translates between the API's words and FFmpeg's for how a picture lies in memory. Thread-safe, without state. */
final class PictureLayout {
    private PictureLayout() {}

    /** FFmpeg's number of an uncompressed format. */
    static int toFFmpeg(PixelFormat format) {
        return switch (format) {
            case I420 -> avutil.AV_PIX_FMT_YUV420P;
            case I422 -> avutil.AV_PIX_FMT_YUV422P;
            case I444 -> avutil.AV_PIX_FMT_YUV444P;
            case NV12 -> avutil.AV_PIX_FMT_NV12;
            case YUYV -> avutil.AV_PIX_FMT_YUYV422;
            case BGR24 -> avutil.AV_PIX_FMT_BGR24;
            case BGRA -> avutil.AV_PIX_FMT_BGRA;
            case GRAY8 -> avutil.AV_PIX_FMT_GRAY8;
            case MJPEG -> avutil.AV_PIX_FMT_NONE;
        };
    }

    /** The format of a picture that a JPEG decoder made, if the API has it. */
    static Optional<PixelFormat> ofDecoded(int format) {
        return switch (format) {
            case avutil.AV_PIX_FMT_YUV420P, avutil.AV_PIX_FMT_YUVJ420P -> Optional.of(PixelFormat.I420);
            case avutil.AV_PIX_FMT_YUV422P, avutil.AV_PIX_FMT_YUVJ422P -> Optional.of(PixelFormat.I422);
            case avutil.AV_PIX_FMT_YUV444P, avutil.AV_PIX_FMT_YUVJ444P -> Optional.of(PixelFormat.I444);
            case avutil.AV_PIX_FMT_GRAY8 -> Optional.of(PixelFormat.GRAY8);
            default -> Optional.empty();
        };
    }

    /** Whether a format holds red, green and blue. */
    static boolean isRgb(PixelFormat format) {
        return format == PixelFormat.BGR24 || format == PixelFormat.BGRA;
    }

    /** Marks a picture with a colour space. */
    static void mark(AVFrame picture, ColorSpace colorSpace) {
        picture.color_range(colorSpace.range() == Range.FULL ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        picture.colorspace(
                switch (colorSpace.matrix()) {
                    case RGB -> avutil.AVCOL_SPC_RGB;
                    case BT601 -> avutil.AVCOL_SPC_SMPTE170M;
                    case BT709 -> avutil.AVCOL_SPC_BT709;
                    case BT2020 -> avutil.AVCOL_SPC_BT2020_NCL;
                });
    }

    /**
     * The colour space that a picture of a format gets when it is made of one in another: RGB has no other than sRGB.
     */
    static ColorSpace converted(ColorSpace from, PixelFormat to) {
        if (isRgb(to)) {
            return ColorSpace.SRGB;
        }
        return from.matrix() == Matrix.RGB ? ColorSpace.JPEG : from;
    }

    /** Bytes from a sample to the next. */
    static int pixelStride(PixelFormat format, int plane) {
        return switch (format) {
            case YUYV -> 2;
            case NV12 -> plane + 1;
            case BGR24 -> 3;
            case BGRA -> 4;
            case I420, I422, I444, GRAY8, MJPEG -> 1;
        };
    }

    /** The bytes of a row that belong to the picture. */
    static int rowBytes(PixelFormat format, int plane, int width) {
        // YUYV has two pixels in four bytes, also where the last one is alone.
        return format == PixelFormat.YUYV
                ? (width + 1) / 2 * 4
                : format.planeWidth(plane, width) * pixelStride(format, plane);
    }

    /** The first byte of the visible part of a frame in a plane. */
    static int start(VideoFrame source, int plane) {
        PixelFormat format = source.format();
        int left = format.planeWidth(plane, 2) == 1
                ? source.visible().x() / 2
                : source.visible().x();
        int top = format.planeHeight(plane, 2) == 1
                ? source.visible().y() / 2
                : source.visible().y();
        return top * source.rowStride(plane) + left * source.pixelStride(plane);
    }

    /** Describes a picture of FFmpeg's without copying it. */
    static FrameData describe(AVFrame picture, PixelFormat format, ColorSpace colorSpace) {
        List<Plane> planes = new ArrayList<>(format.planes());
        for (int plane = 0; plane < format.planes(); plane++) {
            planes.add(new Plane(bytes(picture, format, plane), picture.linesize(plane), pixelStride(format, plane)));
        }
        return FrameData.of(format, planes, picture.width(), picture.height(), colorSpace);
    }

    /** The bytes of a plane, from its first sample to its last. */
    private static ByteBuffer bytes(AVFrame picture, PixelFormat format, int plane) {
        int rows = format.planeHeight(plane, picture.height());
        long length = (long) picture.linesize(plane) * (rows - 1) + rowBytes(format, plane, picture.width());
        return picture.data(plane).capacity(length).asByteBuffer();
    }
}
