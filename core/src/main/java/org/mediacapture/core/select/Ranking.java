// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Picks the smallest distance, and among equals (CM-10, step 5): what is current, pictures as they come before scaled ones,
 * what leaves other tracks as they are, what restarts nothing, what is usual (CM-12), and the provider's order. Immutable.
 */
final class Ranking {
    /** Sums of the same terms in another order differ by less. */
    static final double TIE = 1e-12;

    private final OutputWish wish;
    private final Current current;
    private final List<OtherTrack> others;

    Ranking(OutputWish wish, Current current, List<OtherTrack> others) {
        this.wish = wish;
        this.current = current;
        this.others = others;
    }

    /** The best output of at least one candidate. */
    Ranked best(List<Candidate> candidates) {
        List<Sized> natives = natives(candidates);
        double nearest = least(natives, Double.POSITIVE_INFINITY);
        List<Sized> scaled = nearer(candidates, nearest - TIE);
        double least = least(scaled, nearest);
        return unchanged(candidates, least).orElseGet(() -> preferred(scaled.isEmpty() ? natives : scaled, least));
    }

    private List<Sized> natives(List<Candidate> candidates) {
        List<Sized> natives = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!candidate.scaled()) {
                Output output = Output.of(candidate.mode());
                double distance = wish.distance(output);
                natives.add(new Sized(candidate, new Size(output.width(), output.height(), distance), distance));
            }
        }
        return natives;
    }

    /** The scaled candidates that come nearer than a bound, as far as none of the others is nearer still. */
    private List<Sized> nearer(List<Candidate> candidates, double bound) {
        List<Promise> promising = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.scaled()) {
                promising.add(new Promise(candidate, candidate.lowerBound(wish)));
            }
        }
        promising.sort(Comparator.comparingDouble(Promise::distance));
        List<Sized> nearer = new ArrayList<>();
        double limit = bound;
        for (Promise promise : promising) {
            if (promise.distance() >= limit) {
                break;
            }
            Candidate candidate = promise.candidate();
            Optional<Size> size = candidate.bestSize(wish, limit);
            if (size.isPresent()) {
                double distance = size.get().distance() + candidate.besideSize(wish);
                nearer.add(new Sized(candidate, size.get(), distance));
                limit = Math.min(limit, distance + TIE);
            }
        }
        return nearer;
    }

    private Optional<Ranked> unchanged(List<Candidate> candidates, double least) {
        return current.output()
                .filter(output -> candidates.stream()
                        .anyMatch(candidate -> current.isMode(candidate.mode()) && candidate.contains(output)))
                .map(output -> new Ranked(current.mode().orElseThrow(), output, wish.distance(output)))
                .filter(ranked -> ranked.distance() <= least + TIE);
    }

    private Ranked preferred(List<Sized> sized, double least) {
        List<Sized> equals =
                sized.stream().filter(one -> one.distance() <= least + TIE).toList();
        equals = preferring(
                equals,
                one -> others.stream()
                        .allMatch(other -> other.isKeptIn(one.candidate().mode())));
        equals = preferring(equals, one -> current.isMode(one.candidate().mode()));
        return equals.stream()
                .sorted(Comparator.comparingInt(one -> one.candidate().order()))
                .map(this::settled)
                .min(Comparator.comparingDouble(ranked -> Defaults.distance(ranked.output())))
                .orElseThrow();
    }

    private static List<Sized> preferring(List<Sized> equals, Predicate<Sized> preference) {
        if (equals.size() == 1) {
            return equals;
        }
        List<Sized> preferred = equals.stream().filter(preference).toList();
        return preferred.isEmpty() ? equals : preferred;
    }

    private Ranked settled(Sized one) {
        Candidate candidate = one.candidate();
        Size size = candidate.scaled()
                ? Framing.settle(candidate.mode(), candidate.sizes(), wish.size(), one.size())
                : one.size();
        double rate = wish.bestOf(candidate.rate());
        return new Ranked(
                candidate.mode(), new Output(size.width(), size.height(), rate, candidate.scaled()), one.distance());
    }

    private static double least(List<Sized> sized, double bound) {
        return Stream.concat(Stream.of(bound), sized.stream().map(Sized::distance))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** A candidate and what no size of it is nearer than. */
    private record Promise(Candidate candidate, double distance) {}

    /** A candidate with its best size. */
    private record Sized(Candidate candidate, Size size, double distance) {}
}
