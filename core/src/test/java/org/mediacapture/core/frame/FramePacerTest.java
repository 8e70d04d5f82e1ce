// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;

/** Rates are reached by leaving frames out, evenly. */
@Rule("RES-2")
class FramePacerTest {
    private static final int FRAMES = 3000;
    private static final long BEGIN = 987_654_321_987_654_321L; // nanoseconds
    private static final double MILLISECOND = 1e6; // nanoseconds

    @ParameterizedTest
    @CsvSource({"30, 10, 3", "30, 15, 2", "60, 30, 2", "30, 1, 30", "29.97, 10, 3", "30.3, 10, 3", "29.8, 15, 2"})
    void atAnIntegralRatioExactlyEveryNthFrameIsTaken(double camera, double wanted, int nth) {
        List<Integer> taken = taken(wanted, times(camera, FRAMES, 0, 1));

        assertThat(taken).isEqualTo(everyNth(nth));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void jitterDoesNotDisturbAnIntegralRatio(long seed) {
        assertThat(taken(10, times(30, FRAMES, 6 * MILLISECOND, seed))).isEqualTo(everyNth(3));
        assertThat(taken(30, times(60, FRAMES, 3 * MILLISECOND, seed))).isEqualTo(everyNth(2));
    }

    @Test
    void twoOfThreeAreTakenEvenly() {
        List<Integer> taken = taken(20, times(30, FRAMES, 0, 1));

        assertThat(taken).hasSize(FRAMES * 2 / 3);
        for (int from = 0; from + 3 <= FRAMES; from++) {
            int begin = from;
            assertThat(taken.stream().filter(frame -> frame >= begin && frame < begin + 3))
                    .as("from %s on", from)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 20", "30, 25", "30, 24", "60, 25", "30, 7", "60, 59", "25, 24"})
    void anyRateIsReachedInTheLongRunAndWithoutBunches(double camera, double wanted) {
        for (double jitter : new double[] {0, 4 * MILLISECOND}) {
            List<Integer> taken = taken(wanted, times(camera, FRAMES, jitter, 7));

            assertThat(taken.size() * camera / FRAMES).as("frames per second").isCloseTo(wanted, within(wanted * 0.02));
            int most = (int) Math.ceil(camera / wanted) + 1;
            assertThat(steps(taken)).allMatch(step -> step <= most);
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "29.97, 30", "30.1, 30", "15, 30", "20, 30", "7.5, 30"})
    void aCameraThatIsNotFasterLosesNothing(double camera, double wanted) {
        assertThat(taken(wanted, times(camera, FRAMES, 4 * MILLISECOND, 3))).hasSize(FRAMES);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void withoutARateNothingIsLeftOut(double wanted) {
        assertThat(taken(wanted, times(30, 100, 0, 1))).hasSize(100);
    }

    @Test
    void aGapIsNotMadeUpForByABurst() {
        long[] times = times(30, 60, 0, 1);
        for (int frame = 31; frame < 60; frame++) {
            times[frame] += 5_000_000_000L;
        }

        List<Integer> taken = taken(10, times);

        assertThat(taken)
                .containsExactly(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 31, 34, 37, 40, 43, 46, 49, 52, 55, 58);
    }

    @Test
    void framesThatTheCameraLostDoNotCount() {
        FramePacer pacer = new FramePacer(10);
        long[] times = times(30, 90, 0, 1);
        List<Integer> taken = new ArrayList<>();
        int last = -1;
        for (int frame = 0; frame < 90; frame++) {
            boolean lost = frame % 5 == 4;
            if (!lost && pacer.takes(times[frame], frame - last)) {
                taken.add(frame);
            }
            last = lost ? last : frame;
        }

        assertThat(steps(taken)).allMatch(step -> step >= 2 && step <= 4);
        assertThat(taken.size()).isBetween(27, 31);
    }

    private static List<Integer> everyNth(int nth) {
        return IntStream.range(0, FRAMES)
                .filter(frame -> frame % nth == 0)
                .boxed()
                .toList();
    }

    private static List<Integer> steps(List<Integer> taken) {
        return IntStream.range(1, taken.size())
                .mapToObj(index -> taken.get(index) - taken.get(index - 1))
                .toList();
    }

    private static List<Integer> taken(double wanted, long[] times) {
        FramePacer pacer = new FramePacer(wanted);
        return IntStream.range(0, times.length)
                .filter(frame -> pacer.takes(times[frame], 1))
                .boxed()
                .toList();
    }

    private static long[] times(double rate, int frames, double jitter, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, frames)
                .mapToLong(frame -> BEGIN + Math.round(frame * 1e9 / rate + (random.nextDouble() * 2 - 1) * jitter))
                .toArray();
    }
}
