// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.Function;

/**
 * The arguments of one call. Immutable.
 *
 * @param usage how the command is used
 * @param words strings, maps and objects of session variables, in the order typed, without the options
 * @param options the options given with their values, "" for switches
 */
public record Arguments(Usage usage, List<Object> words, Map<String, String> options) {
    static final String DEBUG = "--debug";
    private static final String JSON = "--json";
    private static final String HELP = "--help";

    /** Makes arguments; the collections are copied. */
    public Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    static boolean asksForHelp(List<Object> values) {
        return values.contains(HELP);
    }

    static Arguments of(Usage usage, List<Object> values) {
        List<Object> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (Iterator<Object> rest = values.iterator(); rest.hasNext(); ) {
            Object word = word(usage, rest.next());
            if (word instanceof String text && text.startsWith("--")) {
                addOption(options, usage, text, rest);
            } else {
                words.add(word);
            }
        }
        return new Arguments(usage, words, options);
    }

    /**
     * Whether the answer shall be a JSON document.
     *
     * @return true if {@code --json} was given
     */
    public boolean json() {
        return has(JSON);
    }

    /**
     * Whether an option was given.
     *
     * @param option with its dashes
     * @return true if it was given
     */
    public boolean has(String option) {
        return options.containsKey(option);
    }

    /**
     * The value of an option.
     *
     * @param option with its dashes
     * @return what was given, or empty if the option was not
     */
    public Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    /**
     * Insists that there are no words.
     *
     * @return these arguments
     * @throws IllegalArgumentException if there are
     */
    public Arguments none() {
        if (!words.isEmpty()) {
            throw usage.wrong("takes no " + shown(words.get(0)));
        }
        return this;
    }

    /**
     * Insists on one word or none.
     *
     * @param what what the word stands for, such as "TRACK"
     * @return the word, or empty
     * @throws IllegalArgumentException if there are several
     */
    public Optional<Object> atMost(String what) {
        return words.isEmpty() ? Optional.empty() : Optional.of(only(what));
    }

    /**
     * Insists on one word.
     *
     * @param what what it stands for, such as "TRACK"
     * @return the word
     * @throws IllegalArgumentException if there is none or another one
     */
    public Object only(String what) {
        if (words.size() != 1) {
            throw usage.wrong(words.isEmpty() ? what + " is missing" : "there is more than " + what);
        }
        return words.get(0);
    }

    /**
     * An argument as it stands in a message.
     *
     * @param word the argument
     * @return strings in double quotes, everything else as it prints itself
     */
    public static String shown(Object word) {
        return word instanceof String ? "\"" + word + "\"" : String.valueOf(word);
    }

    private static Object word(Usage usage, Object value) {
        Object given = Optional.ofNullable(value)
                .orElseThrow(() -> usage.wrong("an argument has no value: a variable that is not set?"));
        // Gogo runs { ... } as code and splits {a,b} into a list before a command sees it.
        if (given instanceof Function || given instanceof List<?>) {
            throw usage.wrong("a bare {...} or [...] is no argument; JSON is quoted: " + JsonWord.EXAMPLE);
        }
        return given instanceof CharSequence text ? text.toString() : given;
    }

    /** The value of an option is the next word, or stands behind an equals sign. */
    private static void addOption(Map<String, String> options, Usage usage, String text, Iterator<Object> rest) {
        String[] parts = text.split("=", 2);
        Option option = usage.option(parts[0])
                .orElseThrow(() -> usage.wrong("there is no option " + parts[0]
                        + CloseMatches.question(
                                parts[0], usage.all().stream().map(Option::name).toList())));
        String value = "";
        if (option.value().isPresent()) {
            value = parts.length == 2 ? parts[1] : nextWord(usage, option, rest);
        } else if (parts.length == 2) {
            throw usage.wrong(option.name() + " takes no value, not \"" + parts[1] + "\"");
        }
        options.put(option.name(), value);
    }

    private static String nextWord(Usage usage, Option option, Iterator<Object> rest) {
        if (!rest.hasNext()) {
            throw usage.wrong(option.form() + ": the value is missing");
        }
        return String.valueOf(word(usage, rest.next()));
    }
}
