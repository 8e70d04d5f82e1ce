// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ColorSpace.Matrix;
import org.mediacapture.frame.ColorSpace.Range;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
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

    private static final int REC709 = 3;
    private static final int ENCODING_709 = 2;
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
            default ->
                new ColorSpace(
                        encoding == ENCODING_709 || encoding == 0 && space == REC709 ? Matrix.BT709 : Matrix.BT601,
                        quantization == FULL_RANGE ? Range.FULL : Range.LIMITED);
        };
    }

    /**
     * The bytes of a whole picture that is not compressed.
     *
     * @return at least 1; 0 for compressed pictures, which differ
     */
    public int pictureBytes() {
        int rows = (height + 1) / 2;
        return switch (format.lent()) {
            case NV12, I420 -> rowBytes * (height + rows);
            case I422 -> rowBytes * height * 2;
            case MJPEG -> 0;
            default -> rowBytes * height;
        };
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
        int half = (rowBytes + 1) / 2;
        int rows = (height + 1) / 2;
        PixelFormat lent = format.lent();
        return switch (lent) {
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
