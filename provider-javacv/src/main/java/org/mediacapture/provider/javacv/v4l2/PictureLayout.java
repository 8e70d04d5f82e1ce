// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ColorSpace.Matrix;
import org.mediacapture.frame.ColorSpace.Range;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/**
 * How the pictures of a stream lie in its buffers. Immutable.
 *
 * @param format how they are sent
 * @param width in pixels
 * @param height in pixels
 * @param rowBytes from the beginning of a row to the next, of the first plane; 0 if they are compressed
 * @param colorSpace what the samples mean
 */
public record PictureLayout(PictureFormat format, int width, int height, int rowBytes, ColorSpace colorSpace) {
    /** Lets the driver choose between whole pictures and alternating rows; cameras have whole ones. */
    static final int ANY_FIELD = 0;

    private static final int UNTOLD = 0;
    private static final int REC709 = 3;
    private static final int JPEG = 7;
    private static final int BT2020 = 10;
    private static final int ENCODING_709 = 2;
    private static final int ENCODING_2020 = 6;
    private static final int FULL_RANGE = 1;

    /** The layout that the driver has set. */
    static PictureLayout of(PictureFormat format, Struct set) {
        int width = set.signed(8);
        int told = set.signed(24);
        return new PictureLayout(
                format,
                width,
                set.signed(12),
                told > 0 ? told : width * pixelBytes(format),
                colorSpace(format, set.signed(32), set.signed(44), set.signed(48)));
    }

    private static int pixelBytes(PictureFormat format) {
        return switch (format.lent()) {
            case YUYV -> 2;
            case BGR24 -> 3;
            case MJPEG -> 0;
            default -> 1;
        };
    }

    private static ColorSpace colorSpace(PictureFormat format, int space, int encoding, int quantization) {
        return switch (format.lent()) {
            case MJPEG -> ColorSpace.JPEG;
            case BGR24, BGRA -> ColorSpace.SRGB;
            case GRAY8 -> new ColorSpace(Matrix.BT601, Range.FULL);
            default -> new ColorSpace(matrix(space, encoding), range(space, quantization));
        };
    }

    private static Matrix matrix(int space, int encoding) {
        return switch (encoding) {
            case UNTOLD -> space == REC709 ? Matrix.BT709 : space == BT2020 ? Matrix.BT2020 : Matrix.BT601;
            case ENCODING_709 -> Matrix.BT709;
            case ENCODING_2020 -> Matrix.BT2020;
            default -> Matrix.BT601;
        };
    }

    private static Range range(int space, int quantization) {
        boolean full = quantization == FULL_RANGE || quantization == UNTOLD && space == JPEG;
        return full ? Range.FULL : Range.LIMITED;
    }

    /**
     * The bytes of a whole picture that is not compressed.
     *
     * @return at least 1; 0 for compressed pictures, which differ
     */
    public int pictureBytes() {
        int luma = rowBytes * height;
        return switch (format.lent()) {
            case NV12 -> luma + rowBytes * halfRows();
            case I420 -> luma + 2 * halfRowBytes() * halfRows();
            case I422 -> luma + 2 * halfRowBytes() * height;
            case MJPEG -> 0;
            default -> luma;
        };
    }

    private int halfRowBytes() {
        return (rowBytes + 1) / 2;
    }

    private int halfRows() {
        return (height + 1) / 2;
    }

    /**
     * Describes a picture in its buffer.
     *
     * @param bytes the memory of the buffer
     * @param used how many bytes of it a compressed picture has
     * @return the picture, by reference
     */
    public FrameData describe(ByteBuffer bytes, int used) {
        return FrameData.of(format.lent(), planes(bytes, used), width, height, colorSpace);
    }

    private List<Plane> planes(ByteBuffer bytes, int used) {
        int luma = rowBytes * height;
        int half = halfRowBytes();
        int rows = halfRows();
        return switch (format.lent()) {
            case MJPEG -> List.of(Plane.compressed(bytes.slice(0, used)));
            case NV12 -> List.of(plane(bytes, 0, rowBytes, height, 1), plane(bytes, luma, rowBytes, rows, 2));
            case I420 ->
                List.of(
                        plane(bytes, 0, rowBytes, height, 1),
                        plane(bytes, luma, half, rows, 1),
                        plane(bytes, luma + half * rows, half, rows, 1));
            case I422 ->
                List.of(
                        plane(bytes, 0, rowBytes, height, 1),
                        plane(bytes, luma, half, height, 1),
                        plane(bytes, luma + half * height, half, height, 1));
            case YUYV -> List.of(plane(bytes, 0, rowBytes, height, 2));
            default -> List.of(plane(bytes, 0, rowBytes, height, pixelBytes(format)));
        };
    }

    private static Plane plane(ByteBuffer bytes, int offset, int stride, int rows, int pixelStride) {
        return new Plane(bytes.slice(offset, stride * rows), stride, pixelStride);
    }
}
