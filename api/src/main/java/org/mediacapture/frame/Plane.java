// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One plane of a picture in memory.
 *
 * @param buffer the bytes, direct or on the heap, from position 0 to the limit
 * @param rowStride bytes from the beginning of a row to that of the next; 0 for compressed formats
 * @param pixelStride bytes from a sample to the next in a row: 1 for planar formats, 2 for the colour plane of NV12 and
 *     for YUYV, 3 and 4 for BGR24 and BGRA; 0 for compressed formats
 */
public record Plane(ByteBuffer buffer, int rowStride, int pixelStride) {
    /**
     * Makes a plane.
     *
     * @param buffer the bytes, direct or on the heap, from position 0 to the limit
     * @param rowStride bytes from the beginning of a row to that of the next; 0 for compressed formats
     * @param pixelStride bytes from a sample to the next in a row: 1 for planar formats, 2 for the colour plane of NV12 and
     *     for YUYV, 3 and 4 for BGR24 and BGRA; 0 for compressed formats
     * @throws IllegalArgumentException if a stride is negative
     */
    public Plane {
        Objects.requireNonNull(buffer, "buffer");
        if (rowStride < 0 || pixelStride < 0) {
            throw new IllegalArgumentException(
                    "Plane(rowStride=" + rowStride + ", pixelStride=" + pixelStride + "): strides are not negative");
        }
    }

    /**
     * The plane of a compressed picture.
     *
     * @param buffer the bytes, from position 0 to the limit
     * @return the plane
     */
    public static Plane compressed(ByteBuffer buffer) {
        return new Plane(buffer, 0, 0);
    }
}
