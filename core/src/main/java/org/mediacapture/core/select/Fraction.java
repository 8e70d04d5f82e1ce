// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

/**
 * A reduced ratio of width to height. Immutable.
 *
 * @param width numerator
 * @param height denominator; 0 only at the end of the Stern-Brocot tree, where it stands for infinity
 */
record Fraction(long width, long height) {
    Fraction plus(Fraction added, long times) {
        return new Fraction(width + times * added.width, height + times * added.height);
    }

    /** The value, rounded to the tenth decimal place (RES-4). */
    double ratio() {
        return Sizes.ratioOf(width, height);
    }

    /** The least multiple that is not too small for a box. */
    long firstMultiple(Sizes sizes) {
        return Math.max(dividedUp(sizes.minWidth(), width), dividedUp(sizes.minHeight(), height));
    }

    /** The largest multiple that is not too large for a box. */
    long lastMultiple(Sizes sizes) {
        return Math.min(sizes.maxWidth() / width, sizes.maxHeight() / height);
    }

    boolean hasMultipleIn(Sizes sizes) {
        return firstMultiple(sizes) <= lastMultiple(sizes);
    }

    /** Whether this is an end of the tree, 0 or infinity, which no size has. */
    boolean isEnd() {
        return width == 0 || height == 0;
    }

    private static long dividedUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
