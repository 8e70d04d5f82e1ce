// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;

/** Searches whose best size is not where one looks first. */
class SizeSearchTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    @Rule("CM-13")
    void theBoundOfTheDistanceOfASingleSizeIsItsDistance() {
        Sizes sizes = Sizes.only(100, 100);
        SizeWish wish = new SizeWish(200, 50, 4, 1);

        assertThat(SizeSearch.lowerBound(sizes, wish)).isEqualTo(1 + 0.5 + 0.5 + 0.75);
    }

    @Test
    @Rule("CM-13")
    void aSizeThatIsAsFarAsTheBoundIsNotFound() {
        Sizes sizes = Sizes.upTo(10, 10);
        SizeWish wish = new SizeWish(3, 7, 2, 0);
        double nearest = SizeSearch.best(sizes, wish, INFINITE).orElseThrow().distance();

        assertThat(nearest).isGreaterThan(SizeSearch.lowerBound(sizes, wish));
        assertThat(SizeSearch.best(sizes, wish, nearest)).isEmpty();
    }

    @Test
    @Rule("CM-13")
    void aRatioThatRulesNextToNothingOutLeavesTheWishedWidth() {
        Sizes sizes = new Sizes(1, 100, 1, 100, new Interval(-1000, 2));

        assertThat(SizeSearch.best(sizes, new SizeWish(97, 0, 0, 0), INFINITE).map(Size::width))
                .contains(97);
    }

    @Test
    @Rule("CM-13")
    void aHeightAloneIsFoundAmongManyRatios() {
        Sizes sizes = new Sizes(1, 100, 1, 100, new Interval(0.5, 2));

        assertThat(SizeSearch.best(sizes, new SizeWish(0, 70, 0, 0), INFINITE).map(Size::height))
                .contains(70);
    }

    @ParameterizedTest
    @MethodSource("hidden")
    @Rule("CM-13")
    void theBestSizeIsFoundWhereverItHides(Sizes sizes, SizeWish wish, int width, int height) {
        assertThat(SizeSearch.best(sizes, wish, INFINITE))
                .contains(new Size(width, height, wish.distance(width, height)));
    }

    static Stream<Arguments> hidden() {
        return Stream.of(
                hidden(new Sizes(58, 109, 20, 96, new Interval(-INFINITE, 0.8)), wish(79, 0, 1.3214285714), 76, 95),
                hidden(new Sizes(4, 32, 39, 57, new Interval(-INFINITE, 3.5)), wish(66, 22, 0.2142857143), 9, 42),
                hidden(new Sizes(36, 87, 59, 85, new Interval(1.2105263158, 1.2710526316)), wish(179, 37, 0), 76, 60),
                hidden(
                        new Sizes(5, 46, 3, 31, new Interval(7.8571428571, 10.2142857142)),
                        wish(32, 0, 0.7608695652),
                        32,
                        4),
                hidden(new Sizes(35, 47, 26, 40, Interval.ALL), wish(84, 13, 1.4), 45, 32),
                hidden(
                        new Sizes(41, 48, 26, 76, new Interval(1.5909090909, 2.0681818182)),
                        wish(9, 128, 0.7288135593),
                        43,
                        27),
                hidden(
                        new Sizes(1, 6, 1, 11, new Interval(0.3035714286, 0.3946428572)),
                        wish(10, 4, 1.8095238095),
                        2,
                        6),
                hidden(new Sizes(35, 64, 32, 54, new Interval(1.1544351324, 2.7958374223)), wish(47, 47, 0), 52, 45),
                hidden(new Sizes(33, 115, 9, 101, new Interval(0.7, 0.7)), wish(142, 63, 0.2333333333), 42, 60));
    }

    private static Arguments hidden(Sizes sizes, SizeWish wish, int width, int height) {
        return Arguments.of(sizes, wish, width, height);
    }

    private static SizeWish wish(double width, double height, double ratio) {
        return new SizeWish(width, height, ratio, 0);
    }
}
