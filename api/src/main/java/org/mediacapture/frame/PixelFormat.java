// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

/**
 * How a picture lies in memory. Planes are listed in the order of {@link FrameData#planes()}.
 *
 * @see <a href="https://www.w3.org/TR/webcodecs/#pixel-format">WebCodecs: pixel formats</a>
 */
public enum PixelFormat {
    /** Planes Y, U, V with 8 bits; colour has half the width and half the height. */
    I420(3, 1, 1),
    /** Planes Y, U, V with 8 bits; colour has half the width and the full height. */
    I422(3, 1, 0),
    /** Planes Y, U, V with 8 bits; colour has the full size. */
    I444(3, 0, 0),
    /** Plane Y and a plane of U, V pairs with 8 bits; colour has half the width and half the height. */
    NV12(2, 1, 1),
    /** One plane of Y, U, Y, V groups with 8 bits, two pixels each. */
    YUYV(1, 0, 0),
    /** One plane of blue, green, red bytes. */
    BGR24(1, 0, 0),
    /** One plane of blue, green, red, alpha bytes; the alpha byte is 255. */
    BGRA(1, 0, 0),
    /** One plane of 8-bit grey. */
    GRAY8(1, 0, 0),
    /** One plane with a JPEG picture as the camera sent it, from position 0 to the limit of its buffer. */
    MJPEG(1, 0, 0);

    private final int planes;
    private final int chromaShiftX;
    private final int chromaShiftY;

    PixelFormat(int planes, int chromaShiftX, int chromaShiftY) {
        this.planes = planes;
        this.chromaShiftX = chromaShiftX;
        this.chromaShiftY = chromaShiftY;
    }

    /**
     * The number of planes.
     *
     * @return 1 to 3
     */
    public int planes() {
        return planes;
    }

    /**
     * Whether pictures of this format must be decoded before their pixels can be read.
     *
     * @return true for MJPEG
     */
    public boolean isCompressed() {
        return this == MJPEG;
    }

    /**
     * The width of a plane in samples.
     *
     * @param plane 0 to {@code planes() - 1}
     * @param width width of the picture in pixels
     * @return the number of samples in a row of the plane, rounded up; a U, V pair counts as one
     */
    public int planeWidth(int plane, int width) {
        return plane == 0 ? width : (width + (1 << chromaShiftX) - 1) >> chromaShiftX;
    }

    /**
     * The height of a plane in rows.
     *
     * @param plane 0 to {@code planes() - 1}
     * @param height height of the picture in pixels
     * @return the number of rows of the plane, rounded up
     */
    public int planeHeight(int plane, int height) {
        return plane == 0 ? height : (height + (1 << chromaShiftY) - 1) >> chromaShiftY;
    }
}
