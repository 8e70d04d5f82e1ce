// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.util.List;
import java.util.Objects;

/**
 * A picture as its maker describes it: the planes of one buffer and how to read them. Neither sequence number nor time are
 * part of it, so that a maker with a pool of buffers creates one {@code FrameData} for each buffer, once, and lends it
 * again and again without an allocation.
 *
 * <p>The bytes belong to the maker. Between lending and release nobody writes them, and the maker does not move the limits
 * of the buffers.
 *
 * @param format how the planes are to be read
 * @param planes as many planes as the format has
 * @param codedWidth width of the picture in memory in pixels; for a compressed picture the width it is said to have
 * @param codedHeight height of the picture in memory in pixels; for a compressed picture the height it is said to have
 * @param visible the part that is to be seen, within the coded size
 * @param rotation clockwise rotation for display in degrees: 0, 90, 180 or 270
 * @param colorSpace what the sample values mean
 */
public record FrameData(
        PixelFormat format,
        List<Plane> planes,
        int codedWidth,
        int codedHeight,
        PixelRect visible,
        int rotation,
        ColorSpace colorSpace) {
    /**
     * Describes a picture; the list is copied.
     *
     * @param format how the planes are to be read
     * @param planes as many planes as the format has
     * @param codedWidth width of the picture in memory in pixels; for a compressed picture the width it is said to have
     * @param codedHeight height of the picture in memory in pixels; for a compressed picture the height it is said to have
     * @param visible the part that is to be seen, within the coded size
     * @param rotation clockwise rotation for display in degrees: 0, 90, 180 or 270
     * @param colorSpace what the sample values mean
     * @throws IllegalArgumentException if the number of planes, the visible rectangle or the rotation does not fit
     */
    public FrameData {
        Objects.requireNonNull(format, "format");
        planes = List.copyOf(planes);
        Objects.requireNonNull(visible, "visible");
        Objects.requireNonNull(colorSpace, "colorSpace");
        if (planes.size() != format.planes()) {
            throw new IllegalArgumentException(
                    "planes: " + format + " has " + format.planes() + ", and " + planes.size() + " were given");
        }
        if (visible.x() + visible.width() > codedWidth || visible.y() + visible.height() > codedHeight) {
            throw new IllegalArgumentException(
                    "visible: " + visible + " does not lie within " + codedWidth + "x" + codedHeight);
        }
        if (rotation != 0 && rotation != 90 && rotation != 180 && rotation != 270) {
            throw new IllegalArgumentException("rotation: " + rotation + " is not 0, 90, 180 or 270");
        }
    }

    /**
     * Describes a picture that is wholly visible and upright.
     *
     * @param format how the planes are to be read
     * @param planes as many planes as the format has
     * @param width width in pixels
     * @param height height in pixels
     * @param colorSpace what the sample values mean
     * @return the description
     */
    public static FrameData of(PixelFormat format, List<Plane> planes, int width, int height, ColorSpace colorSpace) {
        return new FrameData(format, planes, width, height, PixelRect.ofSize(width, height), 0, colorSpace);
    }
}
