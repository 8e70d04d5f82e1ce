// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private static final long LONGEST_MILLISECONDS = Duration.ofDays(1).toMillis();
    private static final long DEFAULT_PROMPT_MILLISECONDS =
            PermissionSettings.DEFAULT.promptDeadline().toMillis();
    private static final String REQUIRED = "required";

    /**
     * Reads a configuration.
     *
     * @param configuration the values, of which one that is not of its type throws when it is asked for
     * @param written the values as they were written, for the messages
     * @throws IllegalArgumentException if a value is not accepted; the message names PID, key and value, and what is accepted
     */
    static CoreSettings of(CoreConfiguration configuration, Map<String, Object> written) {
        return new CoreSettings(
                deadlines(configuration, written),
                named(() -> ExposurePolicy.of(configuration.exposure())),
                permissions(configuration, milliseconds(1, "deadline.prompt", configuration::deadline_prompt, written)),
                configuration.hide_devices(),
                named(() -> new ProviderPreference(List.of(configuration.provider_preference()))));
    }

    /**
     * What holds where the first configuration of all is refused: the defaults, but nobody gets more than it says. Its rules hold
     * if they can be read; else everything is denied, unless a controller decides.
     */
    static CoreSettings insteadOf(CoreConfiguration refused) {
        return new CoreSettings(
                Deadlines.DEFAULT, ExposurePolicy.PERMISSION, strictest(refused), true, ProviderPreference.NONE);
    }

    private static Deadlines deadlines(CoreConfiguration configuration, Map<String, Object> written) {
        return new Deadlines(
                duration(1, "deadline.open", configuration::deadline_open, written),
                duration(1, "deadline.first-frame", configuration::deadline_first$_$frame, written),
                duration(1, "deadline.stall", configuration::deadline_stall, written),
                duration(1, "deadline.control", configuration::deadline_control, written),
                duration(1, "deadline.photo", configuration::deadline_photo, written),
                duration(1, "deadline.close", configuration::deadline_close, written),
                duration(0, "grace", configuration::grace, written));
    }

    /** Names the PID where a value is refused by who is to be made of it. */
    private static <T> T named(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(CoreConfiguration.PID + ": " + refused.getMessage(), refused);
        }
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

    private static Duration duration(long min, String key, Supplier<Long> value, Map<String, Object> written) {
        return Duration.ofMillis(milliseconds(min, key, value, written));
    }

    private static long milliseconds(long min, String key, Supplier<Long> value, Map<String, Object> written) {
        Optional<Long> number = number(value);
        return number.filter(milliseconds -> milliseconds >= min && milliseconds <= LONGEST_MILLISECONDS)
                .orElseThrow(() -> new IllegalArgumentException(CoreConfiguration.PID + ": " + key + ": "
                        + number.map(milliseconds -> milliseconds + " ms")
                                .orElseGet(() -> "\"" + written.get(key) + "\"")
                        + " is not accepted; " + min + " to " + LONGEST_MILLISECONDS + " ms are"));
    }

    /** DS converts a value when it is asked for, and throws then if that is no number; its exception does not name the key. */
    private static Optional<Long> number(Supplier<Long> value) {
        try {
            return Optional.of(value.get());
        } catch (RuntimeException noNumber) {
            return Optional.empty();
        }
    }
}
