// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

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

/**
 * Tells in the words of the API how FFmpeg's pictures lie in memory. Thread-safe, without state.
 *
 * @param highIsBt709 whether pictures of 720 rows and more that do not tell their matrix have that of high-definition
 *     video, as with cameras and films; FFmpeg's own filters draw with that of standard definition
 */
record PictureFormats(boolean highIsBt709) {
    private static final int HIGH_DEFINITION = 720;

    /** The format of the API that is laid out as one of FFmpeg is, if there is one. */
    static Optional<PixelFormat> of(int format) {
        return switch (format) {
            case avutil.AV_PIX_FMT_YUV420P, avutil.AV_PIX_FMT_YUVJ420P -> Optional.of(PixelFormat.I420);
            case avutil.AV_PIX_FMT_YUV422P, avutil.AV_PIX_FMT_YUVJ422P -> Optional.of(PixelFormat.I422);
            case avutil.AV_PIX_FMT_YUV444P, avutil.AV_PIX_FMT_YUVJ444P -> Optional.of(PixelFormat.I444);
            case avutil.AV_PIX_FMT_NV12 -> Optional.of(PixelFormat.NV12);
            case avutil.AV_PIX_FMT_YUYV422 -> Optional.of(PixelFormat.YUYV);
            case avutil.AV_PIX_FMT_BGR24 -> Optional.of(PixelFormat.BGR24);
            case avutil.AV_PIX_FMT_BGR0 -> Optional.empty(); // its fourth byte is not 255
            case avutil.AV_PIX_FMT_BGRA -> Optional.of(PixelFormat.BGRA);
            case avutil.AV_PIX_FMT_GRAY8 -> Optional.of(PixelFormat.GRAY8);
            default -> Optional.empty();
        };
    }

    /** Describes a picture without copying it; empty if its layout is none of the API's. */
    Optional<FrameData> describe(AVFrame frame) {
        return of(frame.format()).filter(format -> frame.linesize(0) > 0).map(format -> describe(frame, format));
    }

    private FrameData describe(AVFrame frame, PixelFormat format) {
        List<Plane> planes = new ArrayList<>(format.planes());
        for (int plane = 0; plane < format.planes(); plane++) {
            int pixelStride = pixelStride(format, plane);
            int rowBytes = format == PixelFormat.YUYV
                    ? (frame.width() + 1) / 2 * 4
                    : format.planeWidth(plane, frame.width()) * pixelStride;
            int rows = format.planeHeight(plane, frame.height());
            long length = (long) frame.linesize(plane) * (rows - 1) + rowBytes;
            ByteBuffer bytes = frame.data(plane).capacity(length).asByteBuffer();
            planes.add(new Plane(bytes, frame.linesize(plane), pixelStride));
        }
        return FrameData.of(format, planes, frame.width(), frame.height(), colorSpace(frame, format));
    }

    private static int pixelStride(PixelFormat format, int plane) {
        return switch (format) {
            case YUYV -> 2;
            case NV12 -> plane + 1;
            case BGR24 -> 3;
            case BGRA -> 4;
            default -> 1;
        };
    }

    private ColorSpace colorSpace(AVFrame frame, PixelFormat format) {
        if (format == PixelFormat.BGR24 || format == PixelFormat.BGRA) {
            return ColorSpace.SRGB;
        }
        return new ColorSpace(matrix(frame), isFullRange(frame, format) ? Range.FULL : Range.LIMITED);
    }

    private Matrix matrix(AVFrame frame) {
        return switch (frame.colorspace()) {
            case avutil.AVCOL_SPC_BT709 -> Matrix.BT709;
            case avutil.AVCOL_SPC_BT2020_NCL, avutil.AVCOL_SPC_BT2020_CL -> Matrix.BT2020;
            case avutil.AVCOL_SPC_UNSPECIFIED, avutil.AVCOL_SPC_RESERVED ->
                highIsBt709 && frame.height() >= HIGH_DEFINITION && !isJpegFormat(frame.format())
                        ? Matrix.BT709
                        : Matrix.BT601;
            default -> Matrix.BT601;
        };
    }

    private static boolean isFullRange(AVFrame frame, PixelFormat format) {
        return switch (frame.color_range()) {
            case avutil.AVCOL_RANGE_JPEG -> true;
            case avutil.AVCOL_RANGE_MPEG -> false;
            default -> isJpegFormat(frame.format()) || format == PixelFormat.GRAY8;
        };
    }

    private static boolean isJpegFormat(int format) {
        return format == avutil.AV_PIX_FMT_YUVJ420P
                || format == avutil.AV_PIX_FMT_YUVJ422P
                || format == avutil.AV_PIX_FMT_YUVJ444P;
    }
}
