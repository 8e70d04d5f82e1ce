// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prints numbers for a person. Thread-safe. */
public final class Numbers {
    private static final int DECIMALS = 4;

    private Numbers() {}

    /**
     * A value as a person reads it.
     *
     * @param value a number, or anything else
     * @return the number with at most four decimals and no needless zeros, or the value's own text
     */
    public static String shown(Object value) {
        if (!(value instanceof Double number) || !Double.isFinite(number)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
