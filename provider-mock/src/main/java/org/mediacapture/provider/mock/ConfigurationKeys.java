// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The keys that a configuration may have. DS ignores all others, so that a mistyped one would go unnoticed. Immutable. */
final class ConfigurationKeys {
    /** What Config Admin, DS and those that feed them add. */
    private static final List<String> FOREIGN =
            List.of(".", ":", "service.", "component.", "felix.", "configadmin.", "osgi.");

    private static final String PHOTO = "photo.";

    private final SortedMap<String, Optional<Object>> defaults;

    private ConfigurationKeys(SortedMap<String, Optional<Object>> defaults) {
        this.defaults = defaults;
    }

    /** The keys that DS makes of the methods of an annotation type. */
    static ConfigurationKeys of(Class<?> type) {
        SortedMap<String, Optional<Object>> defaults = new TreeMap<>();
        for (Method method : type.getDeclaredMethods()) {
            String key = method.getName().replace("$", "").replace('_', '.');
            defaults.put(key, Optional.ofNullable(method.getDefaultValue()));
        }
        return new ConfigurationKeys(defaults);
    }

    /**
     * What of a configuration has no effect.
     *
     * @param written the keys as they were written
     * @return for each key a sentence that says why, and what is accepted
     */
    List<String> warnings(Map<String, ?> written) {
        List<String> warnings = new ArrayList<>();
        boolean photographic = Boolean.parseBoolean(String.valueOf(written.get("still")));
        new TreeMap<>(written).forEach((key, value) -> {
            if (!defaults.containsKey(key)) {
                if (FOREIGN.stream().noneMatch(key::startsWith)) {
                    warnings.add("The key \"" + key + "\" is not known and has no effect; accepted are " + keys(""));
                }
            } else if (key.startsWith(PHOTO) && !photographic && !isDefault(key, value)) {
                warnings.add("The key \"" + key + "\" has no effect without still=true; accepted are " + keys(PHOTO));
            }
        });
        return warnings;
    }

    /** DS adds the defaults to what is written; they are no mistake of who wrote it. */
    private boolean isDefault(String key, Object value) {
        return defaults.get(key)
                .filter(known -> Objects.deepEquals(known, value))
                .isPresent();
    }

    private String keys(String without) {
        return defaults.keySet().stream()
                .filter(key -> without.isEmpty() || !key.startsWith(without))
                .collect(Collectors.joining(", "));
    }
}
