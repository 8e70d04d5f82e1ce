// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.util.Map;

/**
 * How many swaps of each kind there are. Immutable.
 *
 * @param mock between mock cameras, 1 or more
 * @param real between real providers, 1 or more
 * @param isAskedFor whether the environment says so
 */
record SoakSize(int mock, int real, boolean isAskedFor) {
    private static final String VARIABLE = "MEDIACAPTURE_SOAK";
    private static final SoakSize SMALL = new SoakSize(3, 1, false);

    /** As the environment says: one number for all, or "MOCK,REAL". */
    static SoakSize of(Map<String, String> environment) {
        String text = environment.getOrDefault(VARIABLE, "");
        if (text.isEmpty()) {
            return SMALL;
        }
        if (!text.matches("[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})?")) {
            throw new IllegalArgumentException(VARIABLE + ": \"" + text
                    + "\" is neither a number of swaps from 1 to 999999 nor two of them, such as 25,3");
        }
        String[] numbers = text.split(",");
        return new SoakSize(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[numbers.length - 1]), true);
    }
}
