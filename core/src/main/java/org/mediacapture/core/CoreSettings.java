// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.time.Duration;
import org.mediacapture.core.document.ExposurePolicy;
import org.mediacapture.core.permission.PermissionRules;
import org.mediacapture.core.permission.PermissionSettings;
import org.mediacapture.core.time.Deadlines;

/**
 * What the configuration says, checked and in the core's own terms. Immutable.
 *
 * @param deadlines how long the core waits for what
 * @param exposure when devices are exposed
 * @param permissions who may use what
 * @param hideDevices whether services of devices are hidden from all but the core
 */
record CoreSettings(Deadlines deadlines, ExposurePolicy exposure, PermissionSettings permissions, boolean hideDevices) {
    private static final long LONGEST_MILLISECONDS = Duration.ofDays(1).toMillis();

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException if a value is not accepted; the message names PID, key and value
     */
    static CoreSettings of(CoreConfiguration configuration) {
        return new CoreSettings(
                deadlines(configuration),
                exposure(configuration.exposure()),
                permissions(configuration),
                configuration.hide_devices());
    }

    private static Deadlines deadlines(CoreConfiguration configuration) {
        return new Deadlines(
                atLeast(1, "deadline.open", configuration.deadline_open()),
                atLeast(1, "deadline.first-frame", configuration.deadline_first$_$frame()),
                atLeast(1, "deadline.stall", configuration.deadline_stall()),
                atLeast(1, "deadline.control", configuration.deadline_control()),
                atLeast(1, "deadline.photo", configuration.deadline_photo()),
                atLeast(1, "deadline.close", configuration.deadline_close()),
                atLeast(0, "grace", configuration.grace()));
    }

    private static ExposurePolicy exposure(String word) {
        try {
            return ExposurePolicy.of(word);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(CoreConfiguration.PID + ": " + refused.getMessage(), refused);
        }
    }

    private static PermissionSettings permissions(CoreConfiguration configuration) {
        return PermissionSettings.of(
                new PermissionRules(
                        configuration.permission_camera(),
                        configuration.permission_microphone(),
                        configuration.permission_pan$_$tilt$_$zoom(),
                        configuration.permission_bridges()),
                configuration.permission_controller(),
                configuration.deadline_prompt());
    }

    private static Duration atLeast(long min, String name, long milliseconds) {
        if (milliseconds < min || milliseconds > LONGEST_MILLISECONDS) {
            throw new IllegalArgumentException(CoreConfiguration.PID + ": " + name + ": " + milliseconds
                    + " ms is not accepted; " + min + " to " + LONGEST_MILLISECONDS + " ms are");
        }
        return Duration.ofMillis(milliseconds);
    }
}
