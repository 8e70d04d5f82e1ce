// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

/**
 * A range as a picture, with a mark where a value is: {@code ──●───────}. Immutable.
 *
 * @param min the least value
 * @param max the largest value, not less than the least
 * @param value where the mark is; outside of the range it is at the nearer end
 */
public record Bar(double min, double max, double value) {
    /** How wide a bar is, in characters. */
    public static final int CELLS = 10;

    @Override
    public String toString() {
        double share = max > min ? (Math.min(Math.max(value, min), max) - min) / (max - min) : 0;
        int mark = (int) Math.round(share * (CELLS - 1));
        return "─".repeat(mark) + "●" + "─".repeat(CELLS - 1 - mark);
    }
}
