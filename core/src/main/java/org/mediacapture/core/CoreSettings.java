// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.configuration.ConfigurationCheck;
import org.mediacapture.configuration.Written;
import org.mediacapture.core.document.ExposurePolicy;
import org.mediacapture.core.inventory.ProviderPreference;
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
 * @param preference which providers come first
 */
record CoreSettings(
        Deadlines deadlines,
        ExposurePolicy exposure,
        PermissionSettings permissions,
        boolean hideDevices,
        ProviderPreference preference) {
    private static final ConfigurationCheck CHECK =
            new ConfigurationCheck("the defaults are in force; who may use what is not relaxed");
    private static final long DEFAULT_PROMPT_MILLISECONDS =
            PermissionSettings.DEFAULT.promptDeadline().toMillis();
    private static final String REQUIRED = "required";

    /** The settings to start with. */
    static CoreSettings first(CoreConfiguration configuration, Map<String, Object> written) {
        return CHECK.first(() -> of(configuration, written)).orElseGet(() -> insteadOf(configuration));
    }

    /** The settings to go on with, or empty if those in force stay. */
    static Optional<CoreSettings> next(CoreConfiguration configuration, Map<String, Object> written) {
        return CHECK.next(() -> of(configuration, written));
    }

    /**
     * Reads a configuration.
     *
     * @param configuration the values, of which one that is not of its type throws when it is asked for
     * @param values the values as they were written
     * @throws IllegalArgumentException if a value is not accepted; the message names PID, key and value, and what is accepted
     */
    static CoreSettings of(CoreConfiguration configuration, Map<String, Object> values) {
        Written written = new Written(CoreConfiguration.PID, values);
        written.single("exposure", "permission.controller");
        return new CoreSettings(
                deadlines(configuration, written),
                written.named(() -> ExposurePolicy.of(configuration.exposure())),
                permissions(configuration, written.milliseconds("deadline.prompt", 1, configuration::deadline_prompt)),
                written.flag("hide.devices", configuration::hide_devices),
                written.named(() -> new ProviderPreference(List.of(configuration.provider_preference()))));
    }

    /**
     * What holds where the first configuration of all is refused: the defaults, but nobody gets more than it says. Its rules hold
     * if they can be read; else everything is denied, unless a controller decides.
     */
    private static CoreSettings insteadOf(CoreConfiguration refused) {
        return new CoreSettings(
                Deadlines.DEFAULT, ExposurePolicy.PERMISSION, strictest(refused), true, ProviderPreference.NONE);
    }

    private static Deadlines deadlines(CoreConfiguration configuration, Written written) {
        return new Deadlines(
                duration(written.milliseconds("deadline.open", 1, configuration::deadline_open)),
                duration(written.milliseconds("deadline.first-frame", 1, configuration::deadline_first$_$frame)),
                duration(written.milliseconds("deadline.stall", 1, configuration::deadline_stall)),
                duration(written.milliseconds("deadline.control", 1, configuration::deadline_control)),
                duration(written.milliseconds("deadline.photo", 1, configuration::deadline_photo)),
                duration(written.milliseconds("deadline.close", 1, configuration::deadline_close)),
                duration(written.milliseconds("grace", 0, configuration::grace)));
    }

    private static Duration duration(long milliseconds) {
        return Duration.ofMillis(milliseconds);
    }

    private static PermissionSettings permissions(CoreConfiguration configuration, long promptMilliseconds) {
        return PermissionSettings.of(
                new PermissionRules(
                        configuration.permission_camera(),
                        configuration.permission_microphone(),
                        configuration.permission_pan$_$tilt$_$zoom(),
                        configuration.permission_bridges()),
                configuration.permission_controller(),
                promptMilliseconds);
    }

    private static PermissionSettings strictest(CoreConfiguration refused) {
        try {
            return permissions(refused, DEFAULT_PROMPT_MILLISECONDS);
        } catch (IllegalArgumentException unreadable) {
            String[] nobody = {"*=denied"};
            PermissionRules none = new PermissionRules(nobody, nobody, nobody, new String[0]);
            return PermissionSettings.of(none, REQUIRED, DEFAULT_PROMPT_MILLISECONDS);
        }
    }
}
