// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.function.ToIntFunction;

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
    /** The box around at least one candidate. */
    static Hull of(List<Candidate> candidates) {
        Interval ratio = candidates.get(0).sizes().ratio();
        Interval rate = candidates.get(0).rate();
        for (Candidate candidate : candidates) {
            ratio = around(ratio, candidate.sizes().ratio());
            rate = around(rate, candidate.rate());
        }
        return new Hull(
                new Sizes(
                        least(candidates, Sizes::minWidth),
                        -least(candidates, sizes -> -sizes.maxWidth()),
                        least(candidates, Sizes::minHeight),
                        -least(candidates, sizes -> -sizes.maxHeight()),
                        ratio),
                rate,
                candidates.stream().anyMatch(candidate -> !candidate.scaled()),
                candidates.stream().anyMatch(Candidate::scaled));
    }

    /** Whether some dictionary may be within limits; if not, none is. */
    boolean mayMeet(OutputLimits limits) {
        return limits.isNothing()
                || (none && limits.none() || scaled && limits.scaled())
                        && !rate.narrowedBy(limits.rate()).isEmpty()
                        && !sizes.narrowedBy(limits.width(), limits.height(), limits.ratio())
                                .isEmpty();
    }

    private static Interval around(Interval one, Interval other) {
        return new Interval(Math.min(one.min(), other.min()), Math.max(one.max(), other.max()));
    }

    private static int least(List<Candidate> candidates, ToIntFunction<Sizes> bound) {
        return candidates.stream().map(Candidate::sizes).mapToInt(bound).min().orElseThrow();
    }
}
