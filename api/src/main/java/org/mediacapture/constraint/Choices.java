// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.List;

/**
 * The values that a property can have, as a list: strings, booleans, or both for {@code echoCancellation}. Immutable.
 *
 * @param values the values, at least one, in the source's order
 */
public record Choices(List<Object> values) implements Capability {
    /**
     * Makes a list of choices.
     *
     * @param values the values, at least one, in the source's order
     * @throws IllegalArgumentException if the list is empty: unsupported is said by absence
     */
    public Choices {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    "Choices([]): needs at least one value; leave the capability out instead");
        }
    }

    /**
     * Makes a list of choices.
     *
     * @param values strings or booleans, at least one
     * @return the choices
     */
    public static Choices of(Object... values) {
        return new Choices(List.of(values));
    }

    @Override
    public boolean admits(Object value) {
        return values.contains(value);
    }

    @Override
    public List<Object> toValue() {
        return values;
    }
}
