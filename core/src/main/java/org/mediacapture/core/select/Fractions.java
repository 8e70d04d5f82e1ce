// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The reduced fractions, width by height, whose value rounded to the tenth decimal place lies in an interval, found by
 * descending the Stern-Brocot tree. A narrow range of ratios holds few of them, and every size in it is a multiple of one:
 * so the few stand for all sizes where stepping through the heights would find next to nothing. Immutable.
 *
 * @param list the fractions, simplest first
 * @param isComplete false if there are more than are worth a list
 */
record Fractions(List<Fraction> list, boolean isComplete) {
    private static final int MANY = 48;

    /**
     * The fractions in an interval.
     *
     * @param ratios rounded ratios
     * @param maxWidth largest numerator
     * @param maxHeight largest denominator
     */
    static Fractions within(Interval ratios, int maxWidth, int maxHeight) {
        Descent descent = new Descent(ratios, maxWidth, maxHeight);
        List<Fraction> found = new ArrayList<>();
        Deque<Gap> gaps = new ArrayDeque<>();
        gaps.add(Gap.WHOLE);
        while (!gaps.isEmpty() && found.size() <= MANY) {
            Gap gap = descent.narrow(gaps.remove());
            Fraction mediant = gap.mediant();
            if (descent.isWithinLimits(mediant)) {
                found.add(mediant);
                gaps.add(new Gap(gap.left(), mediant));
                gaps.add(new Gap(mediant, gap.right()));
            }
        }
        return new Fractions(found, found.size() <= MANY);
    }

    /** The fraction that rounds to a ratio if there is one, else the nearest on either side. */
    static List<Fraction> around(double ratio, int maxWidth, int maxHeight) {
        Descent descent = new Descent(new Interval(ratio, ratio), maxWidth, maxHeight);
        Gap gap = descent.narrow(Gap.WHOLE);
        Fraction mediant = gap.mediant();
        return descent.isWithinLimits(mediant) ? List.of(mediant) : List.of(gap.left(), gap.right());
    }

    /** Two neighbours in the tree; everything between them descends from their mediant. */
    private record Gap(Fraction left, Fraction right) {
        private static final Gap WHOLE = new Gap(new Fraction(0, 1), new Fraction(1, 0));

        Fraction mediant() {
            return left.plus(right, 1);
        }
    }

    /** The way down to the simplest fraction of an interval. */
    private record Descent(Interval ratios, int maxWidth, int maxHeight) {
        boolean isWithinLimits(Fraction fraction) {
            return fraction.width() <= maxWidth && fraction.height() <= maxHeight;
        }

        /** Narrows a gap until its mediant is in the interval, or beyond the limits because no fraction is. */
        Gap narrow(Gap gap) {
            Gap narrowed = gap;
            Fraction mediant = narrowed.mediant();
            while (isWithinLimits(mediant) && !ratios.contains(mediant.ratio())) {
                narrowed = isBelow(mediant)
                        ? new Gap(leap(narrowed.left(), narrowed.right(), true), narrowed.right())
                        : new Gap(narrowed.left(), leap(narrowed.right(), narrowed.left(), false));
                mediant = narrowed.mediant();
            }
            return narrowed;
        }

        /** Adds a fraction once, twice, four times and so on, as far as it goes without coming to the interval. */
        private Fraction leap(Fraction from, Fraction added, boolean below) {
            long times = 1;
            while (isStillOutside(from.plus(added, 2 * times), below)) {
                times *= 2;
            }
            return from.plus(added, times);
        }

        private boolean isStillOutside(Fraction fraction, boolean below) {
            return isWithinLimits(fraction) && !ratios.contains(fraction.ratio()) && isBelow(fraction) == below;
        }

        private boolean isBelow(Fraction fraction) {
            return fraction.ratio() < ratios.min();
        }
    }
}
