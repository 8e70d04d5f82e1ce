// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String ADVICE = "Use JsonReader.setStrictness(Strictness.LENIENT) to accept ";
    private static final Pattern PLACE = Pattern.compile("at line \\d+ column \\d+");

    private Json() {}

    /**
     * Reads an object.
     *
     * @param text JSON text
     * @return the members in their order
     * @throws IllegalArgumentException if the text is not one JSON object; the message says why, and where
     */
    public static Map<String, Object> object(String text) {
        JsonReader reader = COMPACT.newJsonReader(new StringReader(text));
        try {
            Map<?, ?> members = Optional.<Map<?, ?>>ofNullable(COMPACT.fromJson(reader, Map.class))
                    .orElseThrow(() -> new JsonParseException("there is none"));
            reader.peek(); // throws if something follows
            return named(members);
        } catch (JsonParseException | IOException e) {
            throw new IllegalArgumentException(reason(e, reader), e);
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

    /** What the parser says, without advice to programmers, and where it stands if it does not say that. */
    private static String reason(Exception failure, JsonReader reader) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String said =
                String.valueOf(first.getMessage()).replace(ADVICE, "").replaceAll("(?s)(\\R|[; ]+(at )?path ).*", "");
        Matcher place = PLACE.matcher(reader.toString());
        return PLACE.matcher(said).find() || !place.find() ? said : said + " " + place.group();
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
