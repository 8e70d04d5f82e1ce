// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

/** How the numbers of a device become those of a property. Immutable. */
enum Scale {
    /** They are the same: both worlds have the same unit, or none. */
    SAME,
    /** The device counts in thousandths. */
    THOUSANDTHS,
    /**
     * The value over the smallest one: 100..500 becomes 1..5. A device whose smallest value is not above 0 tells no ratio; its steps
     * are counted from 1.
     */
    RATIO_OF_MINIMUM;

    private static final double PER_UNIT = 1000;

    double toProperty(double value, double minimum) {
        return switch (this) {
            case SAME -> value;
            case THOUSANDTHS -> value / PER_UNIT;
            case RATIO_OF_MINIMUM -> minimum > 0 ? value / minimum : value - minimum + 1;
        };
    }

    double toDevice(double value, double minimum) {
        return switch (this) {
            case SAME -> value;
            case THOUSANDTHS -> value * PER_UNIT;
            case RATIO_OF_MINIMUM -> minimum > 0 ? value * minimum : value + minimum - 1;
        };
    }

    /** The size of a step. */
    double step(double step, double minimum) {
        return switch (this) {
            case SAME -> step;
            case THOUSANDTHS -> step / PER_UNIT;
            case RATIO_OF_MINIMUM -> minimum > 0 ? step / minimum : step;
        };
    }
}
