// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** Boxes of sizes whose bounds are hard to meet. */
class SizesTest {
    /** 6/7 is below it only once it is rounded. */
    private static final double ABOVE_SIX_SEVENTHS = 0.8571428572;

    /** 1/7 is above it, and rounded still more. */
    private static final double BELOW_ONE_SEVENTH = 0.1428571428;

    /** More fractions than are listed; the upper ones of the heights below have none of them. */
    private static final Interval MANY_FRACTIONS = new Interval(1.4142135624, 1.4142280785);

    @Test
    void onlyARatioThatLeavesSomeSizesOutBinds() {
        assertThat(Sizes.upTo(640, 480).isBoundByRatio()).isFalse();
        assertThat(boundBy(0, Double.POSITIVE_INFINITY).isBoundByRatio()).isFalse();
        assertThat(boundBy(0.1, Double.POSITIVE_INFINITY).isBoundByRatio()).isTrue();
        assertThat(boundBy(0, 9).isBoundByRatio()).isTrue();
    }

    @Test
    void theWidthsOfAHeightAreWithinTheBox() {
        assertThat(Sizes.only(10, 10).firstWidth(10)).isEqualTo(10);
        assertThat(Sizes.only(10, 10).lastWidth(10)).isEqualTo(10);
    }

    @Test
    @Rule("RES-4")
    void theWidthsOfAHeightHaveRatiosThatAreWithinTheBoundsWhenRounded() {
        Interval above = new Interval(ABOVE_SIX_SEVENTHS, 2);
        Interval below = new Interval(0.01, BELOW_ONE_SEVENTH);

        assertThat(new Sizes(1, 7, 1, 7, above).firstWidth(7)).isEqualTo(7);
        assertThat(new Sizes(1, 6, 1, 7, above).firstWidth(7)).as("none").isEqualTo(7);
        assertThat(new Sizes(1, 7, 1, 7, below).lastWidth(7)).as("none").isZero();
    }

    @Test
    void aRatioTooLargeToHaveTenDecimalsIsMet() {
        Sizes wide = new Sizes(1, 2_000_000, 1, 1, new Interval(1e6, 1e6));

        assertThat(wide.firstWidth(1)).isEqualTo(1_000_000);
        assertThat(wide.lastWidth(1)).isEqualTo(1_000_000);
    }

    @Test
    @Rule({"CM-13", "RES-4"})
    void aSizeAtTheLowestHeightIsFound() {
        Interval ratio = new Interval(Sizes.ratioOf(100, 101), Sizes.ratioOf(100, 101));

        assertThat(new Sizes(1, 200, 101, 118, ratio).isEmpty()).isFalse();
        assertThat(new Sizes(1, 200, 102, 150, ratio).isEmpty()).isTrue();
    }

    @Test
    @Rule({"CM-13", "RES-4"})
    void aSizeAtTheLowestHeightIsFoundAmongFractionsTooManyToList() {
        assertThat(Fractions.within(MANY_FRACTIONS, 40_000, 4263).isComplete()).isFalse();
        assertThat(new Sizes(1, 40_000, 4261, 4280, MANY_FRACTIONS).isEmpty())
                .as("6026x4261")
                .isFalse();
        assertThat(new Sizes(1, 40_000, 4262, 4280, MANY_FRACTIONS).isEmpty()).isTrue();
    }

    private static Sizes boundBy(double min, double max) {
        return new Sizes(1, 640, 1, 480, new Interval(min, max));
    }
}
