// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRateTest {
    private static final long SECOND = 1_000_000_000;

    private final FrameRate rate = new FrameRate();
    private long now;

    private void frames(int count, double perSecond) {
        for (int frame = 0; frame < count; frame++) {
            now += Math.round(SECOND / perSecond);
            rate.add(now);
        }
    }

    @Test
    void withoutFramesItIsZero() {
        assertThat(rate.at(now)).isZero();

        rate.add(now);

        assertThat(rate.at(now)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.25, 1, 15, 29.97, 30, 240})
    void itIsThatOfTheFramesHoweverMany(double perSecond) {
        frames(2, perSecond);
        assertThat(rate.at(now)).isCloseTo(perSecond, within(perSecond / 1000));

        frames(500, perSecond);
        assertThat(rate.at(now)).isCloseTo(perSecond, within(perSecond / 1000));
    }

    @Test
    void aNewRateReplacesTheOldOne() {
        frames(1000, 60);
        frames(64, 10);

        assertThat(rate.at(now)).isCloseTo(10, within(0.01));
    }

    @Test
    void framesOfLongAgoDoNotCount() {
        frames(30, 30);
        now += 20 * SECOND;
        frames(2, 10);

        assertThat(rate.at(now)).isCloseTo(10, within(0.01));
    }

    @Test
    void afterASecondWithoutFramesItIsZero() {
        frames(60, 30);

        assertThat(rate.at(now + SECOND)).isCloseTo(30, within(0.01));
        assertThat(rate.at(now + SECOND + 1)).isZero();
    }

    @Test
    void aStreamThatBeginsAnewHasNoRateUntilItsSecondFrame() {
        frames(60, 30);
        now += 60 * SECOND;
        rate.restart();
        assertThat(rate.at(now)).isZero();

        frames(1, 30);
        assertThat(rate.at(now)).isZero();

        frames(1, 25);
        assertThat(rate.at(now)).isCloseTo(25, within(0.01));
    }

    @Test
    void aSlowCameraIsWaitedForThreeIntervals() {
        frames(3, 0.5);

        assertThat(rate.at(now + 6 * SECOND)).isCloseTo(0.5, within(0.01));
        assertThat(rate.at(now + 6 * SECOND + 1)).isZero();
    }
}
