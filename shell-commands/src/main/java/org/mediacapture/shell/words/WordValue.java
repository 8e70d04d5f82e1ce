// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mediacapture.constraint.ConstrainableProperty;

/** Gives a typed value the type that its property has. Thread-safe. */
final class WordValue {
    private static final List<String> TRUTHS = List.of("true", "false");

    private WordValue() {}

    /**
     * Reads a value.
     *
     * @param property whose value it is
     * @param path the property, perhaps with a member, as typed
     * @param text the value as typed
     * @param bare whether it stands without a member, where pan, tilt and zoom take true and false
     * @return a number, a boolean, a string, or a list
     * @throws IllegalArgumentException if the text is no value of the property
     */
    static Object of(ConstrainableProperty<?> property, String path, String text, boolean bare) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(path + "=: a value is missing, " + property.kind() + " is accepted");
        }
        return switch (property.constraintShape()) {
            case NUMBER -> number(path, text);
            case NUMBER_OR_PRESENCE -> bare && TRUTHS.contains(text) ? truth(path, text) : number(path, text);
            case BOOLEAN -> truth(path, text);
            case STRING -> text.contains(",") ? Arrays.asList(text.split("\\s*,\\s*")) : text;
            case BOOLEAN_OR_STRING -> TRUTHS.contains(text) ? truth(path, text) : text;
            case POINTS -> points(path, text);
        };
    }

    /**
     * Reads a number.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Object number(String path, String text) {
        return number(path, text, "a number");
    }

    /**
     * Reads a number.
     *
     * @param accepted what is accepted, for the message
     * @throws IllegalArgumentException if it is none
     */
    static Object number(String path, String text, String accepted) {
        try {
            BigDecimal number = new BigDecimal(text);
            boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 18;
            return whole ? (Object) number.longValue() : (Object) number.doubleValue();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(path + ": \"" + text + "\" is not " + accepted, e);
        }
    }

    /**
     * Reads true or false.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Boolean truth(String path, String text) {
        if (!TRUTHS.contains(text)) {
            throw new IllegalArgumentException(path + ": \"" + text + "\" is not true or false");
        }
        return Boolean.valueOf(text);
    }

    private static List<Map<String, Object>> points(String path, String text) {
        return Arrays.stream(text.split(","))
                .map(point -> point(path, point.split(":", -1)))
                .toList();
    }

    private static Map<String, Object> point(String path, String[] coordinates) {
        if (coordinates.length != 2) {
            throw new IllegalArgumentException(path + ": \"" + String.join(":", coordinates)
                    + "\" is not a point X:Y; several are separated by commas: 0.25:0.5,0.75:0.5");
        }
        return Map.of("x", number(path, coordinates[0]), "y", number(path, coordinates[1]));
    }
}
