// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/**
 * What stands beside a measured figure, of the same run and in its unit. Immutable.
 *
 * @param name what was measured
 * @param value the figure; NaN when there is none
 */
public record Figure(String name, double value) {
    /** Nothing. */
    public static final Figure NONE = new Figure("", Double.NaN);

    /** Whether there is one. */
    public boolean isThere() {
        return !Double.isNaN(value);
    }
}
