// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The Java values that stand for a {@code sequence} of the Web IDL: every {@link Iterable} and every array. Only static
 * functions.
 */
final class Sequence {
    private Sequence() {}

    /**
     * Converts the elements of a sequence.
     *
     * @param path where the sequence stands
     * @param value any value
     * @param conversion converts an element that stands at a path
     * @param <T> the Java type of a converted element
     * @return the elements in order; empty if the value is no sequence
     */
    static <T> Optional<List<T>> of(MemberPath path, Object value, BiFunction<MemberPath, Object, T> conversion) {
        return iterator(value).map(elements -> {
            List<T> converted = new ArrayList<>();
            while (elements.hasNext()) {
                converted.add(conversion.apply(path.element(converted.size()), elements.next()));
            }
            return List.copyOf(converted);
        });
    }

    /**
     * Goes through the elements of a sequence.
     *
     * @param value any value
     * @return its elements in order; empty if the value is no sequence
     */
    static Optional<Iterator<?>> iterator(Object value) {
        if (value instanceof Iterable<?> elements) {
            return Optional.of(elements.iterator());
        }
        return value != null && value.getClass().isArray()
                ? Optional.of(IntStream.range(0, Array.getLength(value))
                        .mapToObj(index -> Array.get(value, index))
                        .iterator())
                : Optional.empty();
    }
}
