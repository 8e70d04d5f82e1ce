// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A permission rule of the core's configuration, PATTERN=STATE. Immutable.
 *
 * @param pattern symbolic name of a bundle, in which {@code *} stands for any text
 * @param state granted, prompt or denied
 */
record PermissionRule(String pattern, String state) {
    private static final List<String> STATES = List.of("granted", "prompt", "denied");

    /** Reads a rule; empty if it is none. */
    static Optional<PermissionRule> of(String entry) {
        int equals = entry.lastIndexOf('=');
        String pattern = entry.substring(0, Math.max(0, equals)).strip();
        String state = entry.substring(equals + 1).strip();
        return pattern.isEmpty() || !STATES.contains(state)
                ? Optional.empty()
                : Optional.of(new PermissionRule(pattern, state));
    }

    boolean matches(String name) {
        return matches(pattern, name);
    }

    static boolean matches(String pattern, String name) {
        String regex =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(regex);
    }

    @Override
    public String toString() {
        return pattern + "=" + state;
    }
}
