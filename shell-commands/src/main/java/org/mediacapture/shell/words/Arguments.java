// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.service.command.Function;

/**
 * The arguments of one call. Immutable.
 *
 * @param usage how the command is used
 * @param words strings, maps and objects of session variables, in the order typed, without the options
 * @param options the options given
 */
public record Arguments(Usage usage, List<Object> words, Set<String> options) {
    private static final String JSON = "--json";

    /** Makes arguments; the collections are copied. */
    public Arguments {
        words = List.copyOf(words);
        options = Set.copyOf(options);
    }

    static Arguments of(Usage usage, List<Object> values) {
        List<Object> words = new ArrayList<>();
        Set<String> options = new HashSet<>();
        for (Object value : values) {
            Object word = word(usage, value);
            if (word instanceof String text && text.startsWith("--")) {
                options.add(option(usage, text));
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
        return options.contains(option);
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

    private static String option(Usage usage, String option) {
        if (!usage.options().contains(option)) {
            throw usage.wrong("there is no option " + option);
        }
        return option;
    }
}
