// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;

/**
 * The geometry of a track's output (RES-3): the centred part of a picture that has the output's aspect ratio, and the size that
 * this part gets. Nothing is stretched and nothing is enlarged: of a picture that is too small, the part stays as large as it is.
 * Sizes are those of the picture in memory, before rotation (RES-5). Immutable.
 *
 * @param width width of the output in pixels, at least 1
 * @param height height of the output in pixels, at least 1
 */
record CropAndScale(int width, int height) implements Recipe {
    /**
     * Makes a shape.
     *
     * @throws IllegalArgumentException if a size is below 1
     */
    CropAndScale {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("output: " + width + "x" + height + " is no size; 1x1 and more is");
        }
    }

    /** What becomes of a picture. */
    Fit fit(PixelFormat format, PixelRect visible) {
        PixelRect crop = crop(format, visible);
        boolean small = crop.width() < width || crop.height() < height;
        return small ? new Fit(crop, crop.width(), crop.height()) : new Fit(crop, width, height);
    }

    /** Only for a frame that is compressed or has to be scaled: a part of another one would hold it for ever. */
    @Override
    public SharedFrame makeOf(SharedFrame origin) {
        SharedFrame pixels = origin.pixels();
        try {
            Fit fit = fit(pixels.data().format(), pixels.visible());
            SharedFrame part = new CroppedFrame(pixels, fit.crop());
            if (!fit.scales()) {
                return part;
            }
            try (FrameHandle cropped = part.open()) {
                return BufferFrame.of(origin.work().scale(cropped, fit.width(), fit.height()), pixels);
            }
        } finally {
            pixels.release();
        }
    }

    private PixelRect crop(PixelFormat format, PixelRect visible) {
        long wide = (long) visible.width() * height;
        long high = (long) visible.height() * width;
        int cropWidth = wide > high ? share(high, height) : visible.width();
        int cropHeight = wide > high ? visible.height() : share(wide, width);
        int x = start(visible.x(), visible.width(), cropWidth, isHalved(format, true));
        int y = start(visible.y(), visible.height(), cropHeight, isHalved(format, false));
        return new PixelRect(x, y, cropWidth, cropHeight);
    }

    private static int share(long product, int divisor) {
        return (int) Math.max(1, (product + divisor / 2) / divisor);
    }

    /** Where the part begins: in the middle, and with a whole sample of colour if there is room for that. */
    private static int start(int from, int length, int cropped, boolean even) {
        int middle = from + (length - cropped) / 2;
        if (!even || middle % 2 == 0) {
            return middle;
        }
        if (middle > from) {
            return middle - 1;
        }
        return middle + 1 + cropped <= from + length ? middle + 1 : middle;
    }

    private static boolean isHalved(PixelFormat format, boolean horizontally) {
        if (format == PixelFormat.YUYV) {
            return horizontally;
        }
        int colours = format.planes() - 1;
        return colours > 0 && (horizontally ? format.planeWidth(colours, 2) : format.planeHeight(colours, 2)) == 1;
    }

    /**
     * What becomes of one picture. Immutable.
     *
     * @param crop the part that is used
     * @param width the width that it gets, in pixels
     * @param height the height that it gets, in pixels
     */
    record Fit(PixelRect crop, int width, int height) {
        /** Whether pixels have to be computed. */
        boolean scales() {
            return crop.width() != width || crop.height() != height;
        }
    }
}
