// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.List;
import java.util.Map;

/** What one kind of swap has left behind on one camera: a line of the table, before/after. Immutable. */
record SoakRow(
        String name,
        int swaps,
        long seconds,
        Leftovers before,
        Leftovers after,
        long loaders,
        NativeMemory.Trend memory,
        List<String> complaints) {
    private static final String LINE = "%-35s %6s %7s %9s %11s %7s %10s %8s %9s %7s";

    static final String HEAD = LINE.formatted(
            "kind",
            "swaps",
            "seconds",
            "threads",
            "descriptors",
            "loaders",
            "native MiB",
            "KiB/swap",
            "temporary",
            "cache");

    @Override
    public String toString() {
        return LINE.formatted(
                name,
                swaps,
                seconds,
                change(before.threads(), after.threads()),
                change(before.descriptors(), after.descriptors()),
                loaders,
                change(memory.first(), memory.last()),
                Math.round(memory.growth()),
                change(before.temporary(), after.temporary()),
                change(before.natives(), after.natives()));
    }

    private static String change(Map<String, Long> before, Map<String, Long> after) {
        return change(Leftovers.total(before), Leftovers.total(after));
    }

    private static String change(long before, long after) {
        return before + "/" + after;
    }
}
