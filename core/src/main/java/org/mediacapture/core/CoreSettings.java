// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.time.Duration;
import org.mediacapture.core.time.Deadlines;

/** Reads deadlines from the configuration. Pure function. */
final class ConfiguredDeadlines {
    private ConfiguredDeadlines() {}

    /**
     * The deadlines of a configuration.
     *
     * @throws IllegalArgumentException if a value is too small
     */
    static Deadlines of(CoreConfiguration configuration) {
        return new Deadlines(
                atLeast(1, "deadline.open", configuration.deadline_open()),
                atLeast(1, "deadline.first-frame", configuration.deadline_first$_$frame()),
                atLeast(1, "deadline.stall", configuration.deadline_stall()),
                atLeast(1, "deadline.control", configuration.deadline_control()),
                atLeast(1, "deadline.photo", configuration.deadline_photo()),
                atLeast(1, "deadline.close", configuration.deadline_close()),
                atLeast(0, "grace", configuration.grace()));
    }

    private static Duration atLeast(long min, String name, long milliseconds) {
        if (milliseconds < min) {
            throw new IllegalArgumentException(CoreConfiguration.PID + ": " + name + ": " + milliseconds
                    + " ms is not accepted; at least " + min + " ms are needed");
        }
        return Duration.ofMillis(milliseconds);
    }
}
