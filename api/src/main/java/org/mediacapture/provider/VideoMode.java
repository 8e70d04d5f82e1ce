// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.Objects;
import org.mediacapture.frame.PixelFormat;

/**
 * One way in which a camera can stream. Immutable.
 *
 * @param width width in pixels, at least 1
 * @param height height in pixels, at least 1
 * @param frameRate frames per second, finite and above 0
 * @param format the format of the frames
 */
public record VideoMode(int width, int height, double frameRate, PixelFormat format) {
    /**
     * Makes a mode.
     *
     * @param width width in pixels, at least 1
     * @param height height in pixels, at least 1
     * @param frameRate frames per second, finite and above 0
     * @param format the format of the frames
     * @throws IllegalArgumentException if a size or the rate is out of range
     */
    public VideoMode {
        Objects.requireNonNull(format, "format");
        if (width < 1 || height < 1 || !Double.isFinite(frameRate) || frameRate <= 0) {
            throw new IllegalArgumentException("VideoMode(" + width + "x" + height + "@" + frameRate
                    + "): needs width, height >= 1 and a finite frame rate above 0");
        }
    }

    @Override
    public String toString() {
        return width + "x" + height + "@" + frameRate + " " + format;
    }
}
