// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.stream.PermissionState;

/** The rules of one key of the configuration, in their order: the first that matches decides. Immutable. */
final class RuleList {
    private static final String STATES =
            Stream.of(PermissionState.values()).map(PermissionState::value).collect(Collectors.joining(", "));

    private final String key;
    private final List<OriginRule> rules;

    /**
     * Reads rules.
     *
     * @param key the key, for messages and causes
     * @param entries each PATTERN=STATE
     * @throws IllegalArgumentException if an entry is none of that form
     */
    RuleList(String key, String[] entries) {
        this.key = key;
        this.rules = Arrays.stream(entries).map(this::rule).toList();
    }

    /** What the first matching rule says; without one, granted. */
    Decision decide(String origin) {
        for (OriginRule rule : rules) {
            if (rule.pattern().matches(origin)) {
                return new Decision(rule.state(), "rule " + rule + " of " + key);
            }
        }
        return Decision.granted("no rule of " + key);
    }

    private OriginRule rule(String entry) {
        int equals = entry.lastIndexOf('='); // the pattern may contain others, the state does not
        String pattern = entry.substring(0, Math.max(equals, 0)).strip();
        Optional<PermissionState> state = state(entry.substring(equals + 1).strip());
        if (pattern.isEmpty() || state.isEmpty()) {
            throw new IllegalArgumentException(PermissionRules.PID + ": " + key + ": \"" + entry
                    + "\" is not accepted; PATTERN=STATE is, where * in PATTERN stands for any text and STATE is one of "
                    + STATES);
        }
        return new OriginRule(new OriginPattern(pattern), state.get());
    }

    private static Optional<PermissionState> state(String word) {
        return Stream.of(PermissionState.values())
                .filter(state -> state.value().equals(word))
                .findFirst();
    }

    private record OriginRule(OriginPattern pattern, PermissionState state) {
        @Override
        public String toString() {
            return pattern + "=" + state.value();
        }
    }
}
