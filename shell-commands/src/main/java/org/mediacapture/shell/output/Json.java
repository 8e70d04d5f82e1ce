// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and prints JSON. Thread-safe; the only class that knows the JSON library. */
public final class Json {
    /** Above this a double no longer tells neighbouring integers apart. */
    private static final double LARGEST_EXACT_INTEGER = 9007199254740992.0;

    private static final Gson COMPACT = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
            .disableHtmlEscaping()
            .serializeNulls()
            .create();

    private static final Gson INDENTED =
            COMPACT.newBuilder().setPrettyPrinting().create();

    private Json() {}

    /**
     * Reads an object.
     *
     * @param text JSON text
     * @return the members in their order, or empty if the text is not one JSON object
     */
    public static Optional<Map<String, Object>> object(String text) {
        try {
            return Optional.<Map<?, ?>>ofNullable(COMPACT.fromJson(text, Map.class))
                    .map(Json::named);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Prints a document.
     *
     * @param content maps, lists, strings, numbers, booleans
     * @return indented JSON; whole numbers have no fraction, as in JavaScript
     */
    public static String print(Object content) {
        return INDENTED.toJson(plain(content));
    }

    /**
     * Prints a document on one line, for streams of documents.
     *
     * @param content maps, lists, strings, numbers, booleans
     * @return JSON without a line end; whole numbers have no fraction, as in JavaScript
     */
    public static String line(Object content) {
        return COMPACT.toJson(plain(content));
    }

    private static Map<String, Object> named(Map<?, ?> members) {
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            members.forEach((name, member) -> copy.put(name, plain(member)));
            return copy;
        }
        if (value instanceof List<?> elements) {
            return elements.stream().map(Json::plain).toList();
        }
        return value instanceof Double number ? shortest(number) : value;
    }

    private static Number shortest(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT_INTEGER;
        return whole ? (Number) (long) number : (Number) number;
    }
}
