// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScheduleTest {
    @ParameterizedTest
    @ValueSource(doubles = {30, 29.97, 24, 7, 0.5, 60, 1000, 33.333333})
    void aFrameIsDueFromItsTimeUntilThatOfTheNext(double rate) {
        FrameSchedule schedule = new FrameSchedule(Long.MAX_VALUE - 5_000_000_000L, rate);
        for (long number : new long[] {0, 1, 2, 3, 29, 30, 31, 299, 12_345, 1_000_000, 100_000_000}) {
            long time = schedule.timeOf(number);
            assertThat(schedule.numberAt(time)).isEqualTo(number);
            assertThat(schedule.numberAt(schedule.timeOf(number + 1) - 1)).isEqualTo(number);
            assertThat(schedule.timeOf(number + 1) - time).isPositive();
        }
    }

    @Test
    void beforeTheStartFrame0IsDue() {
        assertThat(new FrameSchedule(1000, 30).numberAt(-5)).isZero();
    }
}
