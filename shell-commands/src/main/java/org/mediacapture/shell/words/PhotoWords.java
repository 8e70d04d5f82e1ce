// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.PhotoSettings;

/** Reads photo settings: words, Gogo maps and quoted JSON. Thread-safe. */
public final class PhotoWords {
    private static final List<String> NAMES = List.of("imageWidth", "imageHeight", "fillLightMode", "redEyeReduction");

    private PhotoWords() {}

    /**
     * Reads settings.
     *
     * @param arguments those for which {@link ConstraintWords#isMeant} holds
     * @return the settings
     * @throws IllegalArgumentException if a typed name is unknown, a value wrong, or something given twice
     */
    public static PhotoSettings read(List<Object> arguments) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Object argument : arguments) {
            members(argument).forEach((name, value) -> {
                if (members.put(name, value) != null) {
                    throw new IllegalArgumentException(name + " is given twice");
                }
            });
        }
        return PhotoSettings.fromMap(members);
    }

    private static Map<String, Object> members(Object argument) {
        if (argument instanceof Map<?, ?> map) {
            Map<String, Object> typed = new LinkedHashMap<>();
            map.forEach((name, value) -> typed.put(known(String.valueOf(name)), value));
            return typed;
        }
        String text = String.valueOf(argument);
        if (JsonWord.is(text)) {
            return JsonWord.members(text);
        }
        int equals = text.indexOf('=');
        String name = known(text.substring(0, equals));
        return Map.of(name, value(name, text.substring(equals + 1)));
    }

    private static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no photo setting; " + String.join(", ", NAMES)
                    + " are" + CloseMatches.question(name, NAMES));
        }
        return name;
    }

    private static Object value(String name, String text) {
        return switch (name) {
            case "fillLightMode" -> text;
            case "redEyeReduction" -> WordValue.truth(name, text);
            default -> WordValue.number(name, text);
        };
    }
}
