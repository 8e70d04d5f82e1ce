// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.time.Duration;

/**
 * The value of an option, as typed. Immutable.
 *
 * @param usage how the command is used
 * @param option the option with its dashes
 * @param text what was typed
 */
public record OptionValue(Usage usage, String option, String text) {
    private static final double MOST_SECONDS = 31_536_000;
    private static final double MILLIS_PER_SECOND = 1000;

    /**
     * The value as a length of time.
     *
     * @return more than nothing, at most a year
     * @throws IllegalArgumentException if it is none
     */
    public Duration seconds() {
        double seconds = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
        if (seconds <= 0 || seconds > MOST_SECONDS) {
            throw usage.wrong(option + ": \"" + text + "\" is not a number of seconds above 0, up to "
                    + (long) MOST_SECONDS + " (a year)");
        }
        return Duration.ofMillis((long) Math.ceil(seconds * MILLIS_PER_SECOND));
    }

    /**
     * The value as a number of things.
     *
     * @param most the largest number that is accepted
     * @return from 1 on
     * @throws IllegalArgumentException if it is none
     */
    public int count(int most) {
        int count = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > most) {
            throw usage.wrong(option + ": \"" + text + "\" is not a whole number from 1 to " + most);
        }
        return count;
    }
}
