// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.PhotoSettings;

/** Reads photo settings: words, Gogo maps and quoted JSON. Thread-safe. */
public final class PhotoWords {
    private static final List<String> NAMES =
            List.of("imageWidth", "imageHeight", "fillLightMode", "redEyeReduction", "type", "quality");

    private PhotoWords() {}

    /**
     * Reads settings.
     *
     * @param arguments those for which {@link ConstraintWords#isMeant} holds
     * @param file the file for the photo, whose ending tells the type if no setting does
     * @return the settings
     * @throws IllegalArgumentException if a typed name is unknown, a value wrong, something given twice, or the type is
     *     not that of the file's ending
     */
    public static PhotoSettings read(List<Object> arguments, String file) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Object argument : arguments) {
            members(argument).forEach((name, value) -> {
                if (members.put(name, value) != null) {
                    throw new IllegalArgumentException(name + " is given twice");
                }
            });
        }
        return PhotoType.completed(PhotoSettings.fromMap(members), file);
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
            case "fillLightMode", "type" -> text;
            case "redEyeReduction" -> WordValue.truth(name, text);
            case "quality" -> WordValue.number(name, text, "a number from 0 to 1");
            default -> WordValue.number(name, text);
        };
    }
}
