// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.mediacapture.conformance.Rule;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** The search over sizes against trying every size. */
class SizeSearchPropertyTest {
    private static final double ROUNDING = 1e-9;

    @Property(tries = 400, seed = "1")
    @Rule({"CM-13", "RES-1", "RES-4"})
    void theBestSizeIsAsNearAsTheBestOfAll(@ForAll("boxes") Sizes sizes, @ForAll("wishes") SizeWish wish) {
        double nearest = bruteForce(sizes, wish);
        Optional<Size> found = SizeSearch.best(sizes, wish, Double.POSITIVE_INFINITY);

        assertThat(sizes.isEmpty()).isEqualTo(nearest == Double.POSITIVE_INFINITY);
        assertThat(found.isEmpty()).isEqualTo(sizes.isEmpty());
        found.ifPresent(size -> {
            assertThat(size.distance()).isCloseTo(nearest, within(ROUNDING));
            assertThat(sizes.contains(size.width(), size.height())).isTrue();
            assertThat(wish.distance(size.width(), size.height())).isEqualTo(size.distance());
        });
    }

    @Property(tries = 300, seed = "1")
    @Rule("CM-13")
    void theBoundThatRulesCandidatesOutIsNeverAboveTheBestDistance(
            @ForAll("boxes") Sizes sizes, @ForAll("wishes") SizeWish wish) {
        assertThat(SizeSearch.lowerBound(sizes, wish)).isLessThanOrEqualTo(bruteForce(sizes, wish));
    }

    @Property(tries = 400, seed = "1")
    @Rule("CM-13")
    void aSizeThatIsNotBetterThanTheBoundIsNotFound(@ForAll("boxes") Sizes sizes, @ForAll("wishes") SizeWish wish) {
        double nearest = bruteForce(sizes, wish);

        assertThat(SizeSearch.best(sizes, wish, nearest - ROUNDING)).isEmpty();
    }

    @Property(tries = 400, seed = "1")
    @Rule("CM-13")
    void settlingWhatIsLeftOpenKeepsTheDistance(@ForAll("boxes") Sizes sizes, @ForAll("wishes") SizeWish wish) {
        VideoMode mode = new VideoMode(sizes.maxWidth(), sizes.maxHeight(), 30, PixelFormat.I420);
        SizeSearch.best(sizes, wish, Double.POSITIVE_INFINITY).ifPresent(found -> {
            Size settled = Framing.settle(mode, sizes, wish, found);

            assertThat(sizes.contains(settled.width(), settled.height())).isTrue();
            assertThat(wish.distance(settled.width(), settled.height())).isCloseTo(found.distance(), within(ROUNDING));
        });
    }

    @Property(tries = 400, seed = "1")
    void fractionsOfAnIntervalAreAllThatThereAre(@ForAll("intervals") Interval ratios) {
        Fractions fractions = Fractions.within(ratios, 40, 30);
        long expected = 0;
        for (int w = 1; w <= 40; w++) {
            for (int h = 1; h <= 30; h++) {
                boolean reduced =
                        BigInteger.valueOf(w).gcd(BigInteger.valueOf(h)).equals(BigInteger.ONE);
                expected += reduced && ratios.contains(Sizes.ratioOf(w, h)) ? 1 : 0;
            }
        }
        if (fractions.isComplete()) {
            assertThat(fractions.list()).hasSize((int) expected).doesNotHaveDuplicates();
        } else {
            assertThat(expected).isGreaterThan(48);
        }
        assertThat(fractions.list()).allMatch(fraction -> ratios.contains(fraction.ratio()));
    }

    private static double bruteForce(Sizes sizes, SizeWish wish) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int w = sizes.minWidth(); w <= sizes.maxWidth(); w++) {
            for (int h = sizes.minHeight(); h <= sizes.maxHeight(); h++) {
                if (sizes.ratio().contains(Sizes.ratioOf(w, h))) {
                    nearest = Math.min(nearest, wish.distance(w, h));
                }
            }
        }
        return nearest;
    }

    @Provide
    Arbitrary<Sizes> boxes() {
        Arbitrary<Integer> bounds = Arbitraries.integers().between(1, 90);
        return Combinators.combine(bounds, bounds, bounds, bounds, intervals())
                .as((a, b, c, d, ratio) ->
                        new Sizes(Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d), ratio));
    }

    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Interval> ranges = Combinators.combine(ratios(), ratios())
                .as((one, other) -> new Interval(Math.min(one, other), Math.max(one, other)));
        Arbitrary<Interval> narrow = Combinators.combine(ratios(), Arbitraries.of(0.0, 1e-10, 1e-4, 0.01))
                .as((ratio, width) -> new Interval(
                        FitnessDistance.aspectRatio(ratio - width), FitnessDistance.aspectRatio(ratio + width)));
        return Arbitraries.oneOf(
                Arbitraries.just(Interval.ALL),
                ranges,
                narrow,
                ratios().map(ratio -> new Interval(ratio, Double.POSITIVE_INFINITY)),
                ratios().map(ratio -> new Interval(Double.NEGATIVE_INFINITY, ratio)));
    }

    @Provide
    Arbitrary<SizeWish> wishes() {
        Arbitrary<Double> pixels = Arbitraries.oneOf(
                Arbitraries.just(0.0),
                Arbitraries.integers().between(1, 130).map(Integer::doubleValue),
                Arbitraries.just(4294967295.0));
        return Combinators.combine(
                        pixels, pixels, Arbitraries.oneOf(Arbitraries.just(0.0), ratios()), Arbitraries.of(0.0, 1.0))
                .as(SizeWish::new);
    }

    private static Arbitrary<Double> ratios() {
        Arbitrary<Double> fractions = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 60))
                .as((w, h) -> Sizes.ratioOf(w, h));
        Arbitrary<Double> any =
                Arbitraries.doubles().between(0.02, 50).ofScale(4).map(FitnessDistance::aspectRatio);
        return Arbitraries.oneOf(fractions, any);
    }
}
