// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.provider.VideoMode;

/**
 * All settings dictionaries with one mode and one resize mode: a native one alone, or all that cropping, scaling down and
 * dropping frames make of it (RES-1 to RES-3, CM-14). Immutable.
 *
 * @param mode what the camera delivers
 * @param order place of the mode in the provider's list
 * @param scaled whether resizeMode is "crop-and-scale"
 * @param sizes the sizes that are left
 * @param rate the frame rates that are left; any real rate is reached by dropping frames evenly
 */
record Candidate(VideoMode mode, int order, boolean scaled, Sizes sizes, Interval rate) {
    /** The native dictionary of a mode, and the scaled ones. */
    static List<Candidate> of(VideoMode mode, int order) {
        double rate = mode.frameRate();
        return List.of(
                new Candidate(mode, order, false, Sizes.only(mode.width(), mode.height()), new Interval(rate, rate)),
                new Candidate(
                        mode,
                        order,
                        true,
                        Sizes.upTo(mode.width(), mode.height()),
                        new Interval(Double.MIN_VALUE, rate))); // a rate of 0 is none
    }

    /** The dictionaries of some candidates that satisfy what is required. */
    static List<Candidate> narrowed(List<Candidate> candidates, OutputLimits limits) {
        if (limits.isNothing()) {
            return candidates;
        }
        List<Candidate> narrowed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            candidate.narrowedBy(limits).ifPresent(narrowed::add);
        }
        return narrowed;
    }

    /** The dictionaries of this candidate that satisfy what is required, or empty if none does. */
    Optional<Candidate> narrowedBy(OutputLimits limits) {
        if (!(scaled ? limits.scaled() : limits.none())) {
            return Optional.empty();
        }
        Interval rates = rate.narrowedBy(limits.rate());
        if (rates.isEmpty()) {
            return Optional.empty();
        }
        Sizes narrowed = sizes.narrowedBy(limits.width(), limits.height(), limits.ratio());
        if (narrowed == sizes) {
            return Optional.of(rates == rate ? this : new Candidate(mode, order, scaled, sizes, rates));
        }
        return narrowed.isEmpty() ? Optional.empty() : Optional.of(new Candidate(mode, order, scaled, narrowed, rates));
    }

    boolean contains(Output output) {
        return output.cropAndScale() == scaled
                && rate.contains(output.frameRate())
                && sizes.contains(output.width(), output.height());
    }

    /** What no dictionary of this candidate is nearer than. */
    double lowerBound(OutputWish wish) {
        return besideSize(wish) + SizeSearch.lowerBound(sizes, wish.size());
    }

    /** The best size whose distance, with that of the rate and the resize mode, is below a bound. */
    Optional<Size> bestSize(OutputWish wish, double bound) {
        return SizeSearch.best(sizes, wish.size(), bound - besideSize(wish));
    }

    /** What the best rate and the resize mode add to the distance. */
    double besideSize(OutputWish wish) {
        return wish.besideSize(wish.bestOf(rate), scaled);
    }
}
