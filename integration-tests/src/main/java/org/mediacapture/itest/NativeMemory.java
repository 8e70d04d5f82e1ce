// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resident memory that is not Java heap, swap by swap (of Linux; elsewhere 0). Single numbers go up and down with the collector,
 * the compiler and the allocator: only the trend over the second half of many swaps tells of a leak. Confined to the test's thread.
 */
final class NativeMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int KIB = 1024;

    private final List<Long> kibibytes = new ArrayList<>();

    /** Notes the memory of this moment, without classes and buffers that only wait for the collector. */
    void sample() throws IOException {
        System.gc();
        kibibytes.add(Files.exists(STATUS) ? resident() - heap() : 0);
    }

    private static long resident() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .sum();
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / KIB;
    }

    int samples() {
        return kibibytes.size();
    }

    Trend trend() {
        return kibibytes.isEmpty()
                ? new Trend(0, 0, 0)
                : new Trend(
                        kibibytes.get(0) / KIB,
                        kibibytes.get(kibibytes.size() - 1) / KIB,
                        slope(kibibytes.subList(kibibytes.size() / 2, kibibytes.size())));
    }

    /** The slope of the line that is nearest to the samples. */
    private static double slope(List<Long> samples) {
        double middle = (samples.size() - 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < samples.size(); i++) {
            covariance += (i - middle) * samples.get(i);
            variance += (i - middle) * (i - middle);
        }
        return variance == 0 ? 0 : covariance / variance;
    }

    /**
     * How the memory went. Immutable.
     *
     * @param first at the first swap, in MiB
     * @param last at the last one, in MiB
     * @param growth over the second half, in KiB for each swap
     */
    record Trend(long first, long last, double growth) {}
}
