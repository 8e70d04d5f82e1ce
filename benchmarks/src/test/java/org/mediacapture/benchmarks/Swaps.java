// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;

/** What an application notices when the provider of its camera changes. Confined to one thread. */
final class Swaps implements Experiment {
    private static final double MILLISECONDS = 1e3;
    private static final int WARM_UP_SWAPS = 40;
    private static final int WARM_UP_PHOTOS = 400;

    @Override
    public String name() {
        return "G13 SwapCost";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        if (effort == Effort.FULL) {
            SwapCost.measure(WARM_UP_SWAPS, WARM_UP_PHOTOS);
        }
        SwapCost cost = SwapCost.measure(effort.of(150, 10, 3), effort.of(4_000, 120, 120));
        double interval = MILLISECONDS / SwapGaps.RATE;
        report.add(Finding.of(
                "G13",
                "swap, can be opened twice: p50 without a frame",
                "",
                cost.beside().gaps().p50(),
                "ms",
                interval));
        report.add(Finding.of(
                "G13",
                "swap, can be opened once: p50 without a frame",
                "",
                cost.anew().gaps().p50(),
                "ms",
                interval + 1));
        report.add(Finding.of(
                        "G13",
                        "the frame that switches, p50",
                        "",
                        cost.core().switching().p50(),
                        "µs",
                        100)
                .boundedBy("any other frame", cost.core().ordinary().p50()));
        report.add(Finding.of(
                        "G13",
                        "service gone until its successor is asked, p50",
                        "",
                        cost.core().rebinding().p50(),
                        "µs",
                        1_000)
                .boundedBy(
                        "a sleeping thread that is woken",
                        cost.core().handOver().p50()));
        report.add(Finding.of(
                        "G13",
                        "photos in flight that were lost",
                        "",
                        cost.photos().lost(),
                        "",
                        0)
                .gated());
        report.add(Finding.of("G13", "frames that came twice or out of order", "", cost.disordered(), "", 0)
                .gated());
        ByteArrayOutputStream tables = new ByteArrayOutputStream();
        cost.print(new PrintStream(tables, true, StandardCharsets.UTF_8));
        report.note("## Swaps\n" + tables.toString(StandardCharsets.UTF_8));
    }
}
