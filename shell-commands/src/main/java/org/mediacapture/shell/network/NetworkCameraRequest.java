// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CloseMatches;

/**
 * What {@code camera:add} was asked for. Immutable.
 *
 * @param url where the camera is
 * @param name its short name, empty to have one made
 * @param settings the other keys of the configuration with values of their types
 */
public record NetworkCameraRequest(CameraUrl url, Optional<String> name, Map<String, Object> settings) {
    static final String NAME = "name";
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";
    static final String URL = "url";
    private static final String PROVIDERS = "providers";

    private static final String CREDENTIALS = "(?s)[^:/?#]+://[^/?#]*@.*";
    private static final String SHORT_NAME = "[A-Za-z0-9_-]+";
    private static final String TRACK_NAME = "t[0-9]+";

    /** The keys beside url, in the order of the documentation, each with its values if there are but a few. */
    public static final Map<String, List<String>> VALUES = values();

    /** The keys of a configuration beside url and name. */
    static final List<String> SETTINGS = List.of(
            "label", USERNAME, PASSWORD, "transport", "loop", "facing", PROVIDERS, "open.deadline", "read.deadline");

    /** Makes a request; the map is copied. */
    public NetworkCameraRequest {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads a request.
     *
     * @param arguments the arguments of {@code camera:add}
     * @param passwords where the password comes from; relative file names begin in its directory
     * @return the request
     * @throws IllegalArgumentException if the URL is missing or not accepted, a key unknown or a value wrong, or a
     *     password is in the line
     * @throws InterruptedException if the question for the password was interrupted
     */
    public static NetworkCameraRequest read(Arguments arguments, PasswordSource passwords) throws InterruptedException {
        List<String> urls = new ArrayList<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Object word : arguments.words()) {
            String text = String.valueOf(word);
            int equals = text.indexOf('=');
            if (CameraUrl.isMeant(text)) {
                urls.add(withoutCredentials(text));
            } else if (equals < 1) {
                throw arguments.usage().wrong(Arguments.shown(word) + " is neither a URL nor key=value" + hint(text));
            } else if (settings.put(key(text.substring(0, equals)), value(text, equals)) != null) {
                throw new IllegalArgumentException(text.substring(0, equals) + " is given twice");
            }
        }
        if (urls.size() != 1) {
            throw arguments.usage().wrong(urls.isEmpty() ? "URL is missing" : "there is more than one URL");
        }
        Optional<String> name = removed(settings, NAME);
        CameraUrl url = CameraUrl.of(urls.get(0), passwords.directory());
        passwords
                .password(
                        removed(settings, PasswordSource.FILE),
                        removed(settings, PasswordSource.VARIABLE),
                        Optional.ofNullable(settings.get(USERNAME)).map(String::valueOf),
                        url.place())
                .ifPresent(password -> settings.put(PASSWORD, password));
        return new NetworkCameraRequest(url, name, settings);
    }

    /**
     * A short name for the camera, made of host, file or device.
     *
     * @param taken tells a name that is free from one that is wished
     * @return the name
     */
    String nameOr(UnaryOperator<String> taken) {
        String slug = url.place()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        boolean usable = !slug.isEmpty() && !slug.matches(TRACK_NAME);
        return name.orElseGet(() -> taken.apply(usable ? slug : "camera"));
    }

    /** The providers that may serve it; empty if all may. */
    Optional<List<String>> providers() {
        return Optional.ofNullable((String[]) settings.get(PROVIDERS))
                .filter(named -> named.length > 0)
                .map(List::of);
    }

    private static String withoutCredentials(String url) {
        if (url.matches(CREDENTIALS)) {
            throw new IllegalArgumentException(
                    "url: user and password in it would stay in the history; write username=NAME"
                            + " beside a URL without them, and for the password: " + PasswordSource.ADVICE);
        }
        return url;
    }

    private static Optional<String> removed(Map<String, Object> settings, String key) {
        return Optional.ofNullable(settings.remove(key)).map(String::valueOf);
    }

    private static String hint(String text) {
        if (text.startsWith("/dev/")) {
            return " (v4l2:" + text + " is one)";
        }
        return text.contains("/") || text.contains(".") ? " (for a file: file:" + text + ")" : "";
    }

    private static String key(String key) {
        if (key.equals(PASSWORD)) {
            throw new IllegalArgumentException(
                    "password: in this line it would stay in the history; " + PasswordSource.ADVICE);
        }
        if (!VALUES.containsKey(key)) {
            throw new IllegalArgumentException("\"" + key + "\" is not accepted; " + String.join(", ", VALUES.keySet())
                    + " are" + CloseMatches.question(key, VALUES.keySet()));
        }
        return key;
    }

    private static Object value(String word, int equals) {
        String key = word.substring(0, equals);
        String text = word.substring(equals + 1).strip();
        return switch (key) {
            case NAME -> shortName(text);
            case "transport", "facing" -> oneOf(key, text);
            case "loop" -> Boolean.valueOf(oneOf(key, text));
            case "open.deadline", "read.deadline" -> milliseconds(key, text);
            case PROVIDERS ->
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toArray(String[]::new);
            default -> text;
        };
    }

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(NAME, List.of());
        values.put("label", List.of());
        values.put(USERNAME, List.of());
        values.put(PasswordSource.FILE, List.of());
        values.put(PasswordSource.VARIABLE, List.of());
        values.put("transport", List.of("tcp", "udp"));
        values.put("loop", List.of("true", "false"));
        values.put("facing", List.of("user", "environment", "left", "right"));
        values.put(PROVIDERS, List.of());
        values.put("open.deadline", List.of());
        values.put("read.deadline", List.of());
        return Collections.unmodifiableMap(values);
    }

    private static String shortName(String name) {
        if (!name.matches(SHORT_NAME)) {
            throw new IllegalArgumentException("name: \"" + name + "\" is not accepted; letters, digits, - and _ are");
        }
        if (name.matches(TRACK_NAME)) {
            throw new IllegalArgumentException("name: \"" + name + "\" is the name of a track; take another one");
        }
        return name;
    }

    private static String oneOf(String key, String text) {
        List<String> accepted = VALUES.get(key);
        if (!accepted.contains(text)) {
            throw new IllegalArgumentException(
                    key + ": \"" + text + "\" is not accepted; " + String.join(", ", accepted) + " are");
        }
        return text;
    }

    private static Long milliseconds(String key, String text) {
        if (!text.matches("[0-9]{1,9}") || Long.parseLong(text) == 0) {
            throw new IllegalArgumentException(
                    key + ": \"" + text + "\" is not accepted; whole milliseconds from 1 on are");
        }
        return Long.valueOf(text);
    }
}
