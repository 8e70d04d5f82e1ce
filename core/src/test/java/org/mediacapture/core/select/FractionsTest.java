// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** Fractions of sizes. */
class FractionsTest {
    @Test
    void asManyFractionsAsAreWorthAListAreComplete() {
        Fractions fractions = Fractions.within(new Interval(1, 48), 48, 1);

        assertThat(fractions.list()).hasSize(48);
        assertThat(fractions.isComplete()).isTrue();
        assertThat(Fractions.within(new Interval(1, 49), 49, 1).isComplete()).isFalse();
    }

    @Test
    @Rule("RES-4")
    void theFractionThatRoundsToARatioStandsAlone() {
        assertThat(Fractions.around(1.7777777778, 100, 100)).containsExactly(new Fraction(16, 9));
    }

    @Test
    void whereNoFractionRoundsToARatioItsNeighboursStandForIt() {
        assertThat(Fractions.around(Math.sqrt(2), 10, 10)).containsExactly(new Fraction(7, 5), new Fraction(10, 7));
    }

    @Test
    void aFractionHasAMultipleOnlyInABoxThatHoldsOne() {
        Fraction wide = new Fraction(16, 9);

        assertThat(wide.hasMultipleIn(Sizes.only(1280, 720))).isTrue();
        assertThat(wide.hasMultipleIn(Sizes.only(640, 480))).isFalse();
    }

    @Test
    void theLargestMultipleIsBoundByTheSideThatEndsFirst() {
        Fraction fraction = new Fraction(4, 3);

        assertThat(fraction.lastMultiple(Sizes.upTo(10, 100))).isEqualTo(2);
        assertThat(fraction.lastMultiple(Sizes.upTo(100, 10))).isEqualTo(3);
    }

    @Test
    void wishesAreCounted() {
        assertThat(SizeWish.NOTHING.wishes()).isZero();
        assertThat(new SizeWish(640, 0, 0, 0).wishes()).isEqualTo(1);
        assertThat(new SizeWish(0, 480, 0, 0).wishes()).isEqualTo(1);
        assertThat(new SizeWish(0, 0, 1.5, 0).wishes()).isEqualTo(1);
        assertThat(new SizeWish(640, 480, 1.5, 0).wishes()).isEqualTo(3);
    }
}
