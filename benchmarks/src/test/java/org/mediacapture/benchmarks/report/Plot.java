// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * Figures side by side, as bars. Immutable.
 *
 * @param file the name of its file, without ".svg"
 * @param title what is shown
 * @param unit the unit of all figures
 * @param bars from above to below
 */
public record Plot(String file, String title, String unit, List<Bar> bars) {
    /** Copies the list. */
    public Plot {
        bars = List.copyOf(bars);
    }

    /** The medians of what was measured by turns. */
    public static Plot ofSamples(String file, String title, String unit, Map<String, Sample> samples, String ours) {
        List<Bar> bars = samples.entrySet().stream()
                .map(one ->
                        new Bar(one.getKey(), one.getValue().p50(), one.getKey().equals(ours)))
                .toList();
        return new Plot(file.replace(' ', '-'), title, unit, bars);
    }

    /**
     * One of the figures. Immutable.
     *
     * @param name whose it is
     * @param value the figure
     * @param isOurs whether it is the framework's, and not a peer's
     */
    public record Bar(String name, double value, boolean isOurs) {}
}
