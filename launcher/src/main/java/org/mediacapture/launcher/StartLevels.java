// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.Comparator;
import java.util.Map;

/**
 * Which bundles start before which. Immutable.
 *
 * @param byPrefix start levels by the beginning of symbolic names; {@code *} stands for all others
 */
record StartLevels(Map<String, Integer> byPrefix) {
    private static final String OTHERS = "*";

    StartLevels {
        byPrefix = Map.copyOf(byPrefix);
        if (!byPrefix.containsKey(OTHERS)) {
            throw new IllegalArgumentException("start levels need one for *, there are " + byPrefix);
        }
    }

    /** The start level of a bundle: that of the longest beginning of its symbolic name. */
    int of(String symbolicName) {
        return byPrefix.keySet().stream()
                .filter(symbolicName::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(byPrefix::get)
                .orElse(byPrefix.get(OTHERS));
    }
}
