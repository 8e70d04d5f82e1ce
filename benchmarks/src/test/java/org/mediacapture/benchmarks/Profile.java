// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was seen of one use. Immutable.
 *
 * @param use what was done
 * @param totals how often, and what it took
 * @param times where threads were, at moments of equal distance
 * @param allocations who asked for memory, with the bytes that a sample stands for
 * @param waits who waited for another thread
 */
record Profile(ProfiledUse use, Totals totals, List<Weighed> times, List<Weighed> allocations, List<Weighed> waits) {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final int SHOWN_METHODS = 3;
    private static final double SMALLEST_SHARE = 0.005;

    Profile {
        times = List.copyOf(times);
        allocations = List.copyOf(allocations);
        waits = List.copyOf(waits);
    }

    /**
     * What all operations took together. Immutable.
     *
     * @param operations how many there were
     * @param nanoseconds processor time of all threads
     * @param bytes allocated by all threads
     */
    record Totals(long operations, long nanoseconds, long bytes) {}

    /** A stack and what it weighs. */
    record Weighed(ProfileStack stack, double weight) {}

    /** All that is kept of it. */
    List<ProfileRow> rows() {
        List<ProfileRow> rows = new ArrayList<>();
        double operations = totals.operations();
        rows.addAll(rows(
                "time",
                totals.nanoseconds() / NANOS_PER_MICROSECOND / operations,
                times,
                stack -> stack.layer().name()));
        rows.addAll(rows(
                "allocation",
                totals.bytes() / operations,
                allocations,
                stack -> stack.allocator().name()));
        rows.addAll(rows("waits", total(waits) / operations, waits, ProfileStack::thread));
        return rows;
    }

    private List<ProfileRow> rows(
            String kind, double whole, List<Weighed> samples, Function<ProfileStack, String> group) {
        double total = total(samples);
        Map<String, List<Weighed>> groups = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> group.apply(sample.stack()), TreeMap::new, Collectors.toList()));
        List<ProfileRow> rows = new ArrayList<>();
        groups.forEach((name, members) -> {
            double share = total(members) / total;
            if (share >= SMALLEST_SHARE) {
                rows.add(new ProfileRow(use.id(), kind, name, whole * share, methods(members, total)));
            }
        });
        rows.sort(Comparator.comparingDouble(ProfileRow::perOperation).reversed());
        rows.add(0, new ProfileRow(use.id(), kind, ProfileRow.ALL, whole, ""));
        return rows;
    }

    private static String methods(List<Weighed> samples, double total) {
        Map<String, Double> weights = new HashMap<>();
        samples.forEach(sample -> weights.merge(sample.stack().method(), sample.weight(), Double::sum));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_METHODS)
                .map(method -> method.getKey() + " " + Math.round(100 * method.getValue() / total) + " %")
                .filter(method -> !method.endsWith(" 0 %"))
                .collect(Collectors.joining("; "));
    }

    private static double total(List<Weighed> samples) {
        return samples.stream().mapToDouble(Weighed::weight).sum();
    }
}
