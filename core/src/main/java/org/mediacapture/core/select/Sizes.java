// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

/**
 * The sizes that are left of a mode: all integer widths and heights in a box whose ratio, rounded to the tenth decimal place
 * (RES-4), lies between two bounds. It stands for all of them without listing them (CM-13). Immutable.
 *
 * @param minWidth pixels
 * @param maxWidth pixels
 * @param minHeight pixels
 * @param maxHeight pixels
 * @param ratio width by height
 */
record Sizes(int minWidth, int maxWidth, int minHeight, int maxHeight, Interval ratio) {
    /** Heights to try before the fractions are listed; most ratios are met by one of the first. */
    private static final int FIRST_HEIGHTS = 16;

    /** Half of the tenth decimal place and a little more, by which unrounded ratios may lie beside rounded bounds. */
    private static final double ROUNDING = 0.6e-10;

    private static final double BINARY_NOISE = 1e-13;

    /** One size only. */
    static Sizes only(int width, int height) {
        return new Sizes(width, width, height, height, Interval.ALL);
    }

    /** Everything from one pixel to a full picture (RES-1). */
    static Sizes upTo(int width, int height) {
        return new Sizes(1, width, 1, height, Interval.ALL);
    }

    Sizes narrowedBy(Interval width, Interval height, Interval ratios) {
        Interval narrower = ratio.narrowedBy(ratios);
        boolean fits = width.contains(minWidth)
                && width.contains(maxWidth)
                && height.contains(minHeight)
                && height.contains(maxHeight);
        if (fits && narrower == ratio) {
            return this;
        }
        return new Sizes(
                (int) atLeast(minWidth, width.min(), maxWidth),
                (int) atMost(maxWidth, width.max()),
                (int) atLeast(minHeight, height.min(), maxHeight),
                (int) atMost(maxHeight, height.max()),
                narrower);
    }

    boolean contains(int width, int height) {
        return width >= minWidth
                && width <= maxWidth
                && height >= minHeight
                && height <= maxHeight
                && ratio.contains(ratioOf(width, height));
    }

    /** Whether there is no integer size at all. */
    boolean isEmpty() {
        if (minWidth > maxWidth || minHeight > maxHeight || ratio.isEmpty()) {
            return true;
        }
        if (!isBoundByRatio()) {
            return false;
        }
        if (minWidth == maxWidth && minHeight == maxHeight) {
            return !ratio.contains(ratioOf(minWidth, minHeight));
        }
        return isRatioOutOfReach();
    }

    boolean isBoundByRatio() {
        return ratio.min() > 0 || ratio.max() < Double.POSITIVE_INFINITY;
    }

    /** The smallest width that a height may have; one more than {@link #maxWidth} if there is none. */
    int firstWidth(int height) {
        int width = (int) Math.min(Math.max(Math.ceil(lowestRatio() * height), minWidth), maxWidth + 1.0);
        while (width <= maxWidth && ratioOf(width, height) < ratio.min()) {
            width++;
        }
        return width;
    }

    /** The largest width that a height may have; one less than {@link #minWidth} if there is none. */
    int lastWidth(int height) {
        int width = (int) Math.max(Math.min(Math.floor(highestRatio() * height), maxWidth), minWidth - 1.0);
        while (width >= minWidth && ratioOf(width, height) > ratio.max()) {
            width--;
        }
        return width;
    }

    /** The least height that a real width of this box can go with. */
    int firstHeight() {
        return (int) Math.min(Math.max(Math.ceil(minWidth / highestRatio()), minHeight), maxHeight + 1.0);
    }

    /** The largest height that a real width of this box can go with. */
    int lastHeight() {
        return (int) Math.max(Math.min(Math.floor(maxWidth / lowestRatio()), maxHeight), minHeight - 1.0);
    }

    /** A lower bound of the ratios before rounding. */
    double lowestRatio() {
        return Math.max(0, ratio.min() * (1 - BINARY_NOISE) - ROUNDING);
    }

    /** An upper bound of the ratios before rounding. */
    double highestRatio() {
        return ratio.max() * (1 + BINARY_NOISE) + ROUNDING;
    }

    static double ratioOf(long width, long height) {
        return FitnessDistance.aspectRatio((double) width / height);
    }

    private boolean isRatioOutOfReach() {
        int first = firstHeight();
        int height = lastHeight();
        for (int stop = Math.max(first, height - FIRST_HEIGHTS); height >= stop; height--) {
            if (firstWidth(height) <= lastWidth(height)) {
                return false;
            }
        }
        if (height < first) {
            return true;
        }
        Fractions fractions = Fractions.within(ratio, maxWidth, height);
        if (fractions.isComplete()) {
            return fractions.list().stream().noneMatch(fraction -> fraction.hasMultipleIn(this));
        }
        while (height >= first && firstWidth(height) > lastWidth(height)) {
            height--;
        }
        return height < first;
    }

    private static double atLeast(int least, double required, int most) {
        return Math.min(Math.max(least, Math.ceil(required)), most + 1.0);
    }

    private static double atMost(int most, double required) {
        return Math.max(Math.min(most, Math.floor(required)), 0);
    }
}
