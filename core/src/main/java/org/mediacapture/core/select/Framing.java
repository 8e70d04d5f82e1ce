// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import org.mediacapture.provider.VideoMode;

/**
 * Chooses among equally good sizes: the one that shows the most of the camera's picture, and the largest such. What is not
 * asked follows the mode's ratio, so that nothing is cropped without need. Pure functions.
 */
final class Framing {
    private Framing() {}

    /**
     * Settles what the wish leaves open.
     *
     * @param found a best size
     * @return a size with the same distance
     */
    static Size settle(VideoMode mode, Sizes sizes, SizeWish wish, Size found) {
        if (wish.wishes() > 1) {
            return found; // two of width, height and ratio make the third
        }
        double ratio = Sizes.ratioOf(found.width(), found.height());
        Sizes equal = sizes.narrowedBy(
                wish.width() > 0 ? exactly(found.width()) : Interval.ALL,
                wish.height() > 0 ? exactly(found.height()) : Interval.ALL,
                wish.ratio() > 0 ? exactly(ratio) : Interval.ALL);
        Size uncropped = uncropped(mode, equal);
        if (!equal.isBoundByRatio()) {
            return uncropped;
        }
        SizeWish full = new SizeWish(uncropped.width(), uncropped.height(), 0, 0);
        return SizeSearch.best(equal, full, Double.POSITIVE_INFINITY).orElse(found);
    }

    /** The largest size of a box with the mode's ratio, or as near to it as the box lets. */
    private static Size uncropped(VideoMode mode, Sizes box) {
        int width = box.maxWidth();
        double height = Math.rint((double) width * mode.height() / mode.width());
        if (height > box.maxHeight()) {
            double fitting = Math.rint((double) box.maxHeight() * mode.width() / mode.height());
            width = (int) Math.min(Math.max(fitting, box.minWidth()), box.maxWidth());
        }
        return new Size(width, (int) Math.min(Math.max(height, box.minHeight()), box.maxHeight()), 0);
    }

    private static Interval exactly(double value) {
        return new Interval(value, value);
    }
}
