// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A configuration as it was written, for what DS makes of it. DS converts a value when it is asked for, and throws then if it cannot,
 * without naming the key; and it takes NaN for 0, 1.9 for 1, the first of several values for all, and any other word for false. All
 * methods throw {@code IllegalArgumentException} for a value that is not accepted; the message names PID, key and value, and what is
 * accepted. Immutable.
 *
 * @param pid the PID, that of the factory where there is one
 * @param values the values by their keys
 */
public record Written(String pid, Map<String, ?> values) {
    /** A day, the longest time that is accepted anywhere. */
    public static final long DAY_MILLISECONDS = 86_400_000;

    /** Makes it. */
    public Written {
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(values, "values");
    }

    /**
     * A time.
     *
     * @param key its key
     * @param min the shortest that is accepted, in milliseconds; a day is the longest
     * @param value asks DS for it
     * @return milliseconds
     */
    public long milliseconds(String key, long min, LongSupplier value) {
        return number(key, min, DAY_MILLISECONDS, " ms", value);
    }

    /**
     * A whole number.
     *
     * @param key its key
     * @param value asks DS for it
     * @return the number
     */
    public int number(String key, LongSupplier value) {
        return Math.toIntExact(number(key, Integer.MIN_VALUE, Integer.MAX_VALUE, "", value));
    }

    private long number(String key, long min, long max, String unit, LongSupplier value) {
        Optional<Long> number = converted(value::getAsLong).filter(known -> isWritten(key, known));
        return number.filter(known -> known >= min && known <= max)
                .orElseThrow(() -> refused(
                        key,
                        number.map(known -> known + unit).orElseGet(() -> quoted(key)),
                        min + " to " + max + (unit.isEmpty() ? " is" : unit + " are")));
    }

    /**
     * A truth value.
     *
     * @param key its key
     * @param value asks DS for it
     * @return whether it is true
     */
    public boolean flag(String key, BooleanSupplier value) {
        return converted(value::getAsBoolean)
                .filter(known ->
                        shown(key).map(known.toString()::equalsIgnoreCase).orElse(true))
                .orElseThrow(() -> refused(key, quoted(key), "true or false is"));
    }

    /**
     * Refuses several values where one is meant. None of them is told, since it may be a password.
     *
     * @param keys the keys that have one text each
     */
    public void single(String... keys) {
        for (String key : keys) {
            if (values.get(key) instanceof Collection || isArray(values.get(key))) {
                throw refused(key, "a list", "one text is");
            }
        }
    }

    /**
     * What is made of several values by somebody who names the key and not the PID.
     *
     * @param read makes it, and throws {@code IllegalArgumentException} for what is not accepted
     * @param <T> its type
     * @return what was made
     */
    public <T> T named(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException refused) {
            String said = String.valueOf(refused.getMessage());
            throw said.startsWith(pid) ? refused : new IllegalArgumentException(pid + ": " + said, refused);
        }
    }

    private IllegalArgumentException refused(String key, String value, String accepted) {
        return new IllegalArgumentException(pid + ": " + key + ": " + value + " is not accepted; " + accepted);
    }

    /** Whether DS has made this of what is written, and left nothing out. A default need not be written. */
    private boolean isWritten(String key, long known) {
        try {
            return shown(key)
                    .map(text -> new BigDecimal(text).compareTo(BigDecimal.valueOf(known)) == 0)
                    .orElse(true);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private String quoted(String key) {
        return "\"" + shown(key).orElse("") + "\"";
    }

    /** What is written, if anything; a list as a person would write it. */
    private Optional<String> shown(String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> isArray(value)
                        ? IntStream.range(0, Array.getLength(value))
                                .mapToObj(index -> String.valueOf(Array.get(value, index)))
                                .collect(Collectors.joining(", ", "[", "]"))
                        : value.toString());
    }

    private static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    private static <T> Optional<T> converted(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (RuntimeException notOfItsType) {
            return Optional.empty();
        }
    }
}
