// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Histories of a simulation to play, by their seeds. A failure names its seed, which plays the same history again:
 * {@code mvn -pl core -am test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CoreSimulationTest -Dsimulation.first=SEED
 * -Dsimulation.histories=1}.
 *
 * @param first the first seed
 * @param count how many
 */
public record Seeds(long first, long count) {
    private static final int PARTS = 4;

    /** What is played: so many histories as are usual, or as {@code simulation.histories} says; those that failed once first. */
    public static List<Seeds> usual(long usual, long... failedOnce) {
        long histories = Long.getLong("simulation.histories", usual);
        long first = Long.getLong("simulation.first", 0);
        long end = first + histories;
        long each = (histories + PARTS - 1) / PARTS;
        return Stream.concat(
                        LongStream.of(failedOnce).mapToObj(seed -> new Seeds(seed, 1)),
                        LongStream.iterate(first, start -> start < end, start -> start + each)
                                .mapToObj(start -> new Seeds(start, Math.min(each, end - start))))
                .toList();
    }

    /** Plays all, as many at a time as the machine has processors; a failure names its seed. */
    public void play(LongConsumer history) {
        LongStream.range(first, first + count).parallel().forEach(seed -> play(seed, history));
    }

    private static void play(long seed, LongConsumer history) {
        try {
            history.accept(seed);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
