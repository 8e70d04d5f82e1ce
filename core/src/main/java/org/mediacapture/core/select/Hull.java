// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;

/**
 * A box around all dictionaries of some candidates. Whoever misses it misses each of them, so that one look is enough for most of
 * the thousands of sets that an application may ask for. Immutable.
 *
 * @param sizes all sizes, and more
 * @param rate all frame rates, and more
 * @param none whether resizeMode is "none" in some
 * @param scaled whether resizeMode is "crop-and-scale" in some
 */
record Hull(Sizes sizes, Interval rate, boolean none, boolean scaled) {
    /**
     * The box around candidates; in plain numbers, since it is drawn anew after each set that is taken. Around none, as those of a
     * microphone, it meets only what limits no pictures.
     */
    static Hull of(List<Candidate> candidates) {
        int minWidth = Integer.MAX_VALUE;
        int maxWidth = 0;
        int minHeight = Integer.MAX_VALUE;
        int maxHeight = 0;
        double minRatio = Double.POSITIVE_INFINITY;
        double maxRatio = Double.NEGATIVE_INFINITY;
        double minRate = Double.POSITIVE_INFINITY;
        double maxRate = 0;
        boolean none = false;
        boolean scaled = false;
        for (Candidate candidate : candidates) {
            Sizes sizes = candidate.sizes();
            minWidth = Math.min(minWidth, sizes.minWidth());
            maxWidth = Math.max(maxWidth, sizes.maxWidth());
            minHeight = Math.min(minHeight, sizes.minHeight());
            maxHeight = Math.max(maxHeight, sizes.maxHeight());
            minRatio = Math.min(minRatio, sizes.ratio().min());
            maxRatio = Math.max(maxRatio, sizes.ratio().max());
            minRate = Math.min(minRate, candidate.rate().min());
            maxRate = Math.max(maxRate, candidate.rate().max());
            none |= !candidate.scaled();
            scaled |= candidate.scaled();
        }
        return new Hull(
                new Sizes(minWidth, maxWidth, minHeight, maxHeight, new Interval(minRatio, maxRatio)),
                new Interval(minRate, maxRate),
                none,
                scaled);
    }

    /** Whether some dictionary may be within limits; if not, none is. */
    boolean mayMeet(OutputLimits limits) {
        return limits.isNothing()
                || (none && limits.none() || scaled && limits.scaled())
                        && !rate.narrowedBy(limits.rate()).isEmpty()
                        && !sizes.narrowedBy(limits.width(), limits.height(), limits.ratio())
                                .isEmpty();
    }
}
