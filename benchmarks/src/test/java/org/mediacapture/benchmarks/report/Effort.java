// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/** How much time an experiment may take: more time, steadier figures. */
public enum Effort {
    /** A few minutes all together are the most that one experiment takes: for a report that is kept. */
    FULL,
    /** All experiments together take two minutes: to see what a change does. */
    QUICK,
    /** As few rounds as show that it works. Times mean nothing then; counts and allocations hold. */
    SMOKE;

    /** What belongs to this effort. */
    public int of(int full, int quick, int smoke) {
        return switch (this) {
            case FULL -> full;
            case QUICK -> quick;
            case SMOKE -> smoke;
        };
    }
}
