// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.time.Duration;

/**
 * What the configuration says about permissions. Immutable.
 *
 * @param rules the rules for when no controller decides
 * @param controllerRequired whether everything is denied while there is no controller
 * @param promptDeadline how long a request may wait for an answer
 */
public record PermissionSettings(PermissionRules rules, boolean controllerRequired, Duration promptDeadline) {
    /** Without configuration: everything is granted, unless a controller decides. */
    public static final PermissionSettings DEFAULT =
            new PermissionSettings(PermissionRules.NONE, false, Duration.ofSeconds(60));

    private static final long LONGEST_MILLIS = Duration.ofDays(1).toMillis();

    /**
     * Reads settings.
     *
     * @param rules the rules
     * @param controller {@code permission.controller}: "optional" or "required"
     * @param promptMillis {@code deadline.prompt}: 1 to 86400000 (a day), in milliseconds
     * @throws IllegalArgumentException if one is something else; the message names key, value, and what is accepted
     */
    public static PermissionSettings of(PermissionRules rules, String controller, long promptMillis) {
        if (promptMillis < 1 || promptMillis > LONGEST_MILLIS) {
            throw new IllegalArgumentException(PermissionRules.PID + ": deadline.prompt: " + promptMillis
                    + " ms is not accepted; 1 to " + LONGEST_MILLIS + " ms are");
        }
        return new PermissionSettings(rules, required(controller), Duration.ofMillis(promptMillis));
    }

    private static boolean required(String controller) {
        return switch (controller) {
            case "optional" -> false;
            case "required" -> true;
            default ->
                throw new IllegalArgumentException(PermissionRules.PID + ": permission.controller: \"" + controller
                        + "\" is not accepted; optional or required is");
        };
    }
}
