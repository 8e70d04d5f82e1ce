// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a constraint in one of the shapes of the Web IDL (IDL-6). Confined to one thread.
 *
 * @param <T> the Java type of a value of the property
 */
final class ConstraintReader<T> {
    private final ConstrainableProperty<T> property;
    private final Set<Constraint.Part> lists = EnumSet.noneOf(Constraint.Part.class);

    /**
     * Makes a reader for one constraint.
     *
     * @param property what is constrained
     */
    ConstraintReader(ConstrainableProperty<T> property) {
        this.property = property;
    }

    /**
     * Reads the constraint.
     *
     * @param path where it stands
     * @param value a bare value, a list, or a map
     * @return the constraint
     * @throws IllegalArgumentException if a value has no conversion
     */
    Constraint<T> read(MemberPath path, Object value) {
        if (value instanceof Map<?, ?>) {
            return read(Dictionary.of(path, value, "a map"));
        }
        if (property.constraintShape() == ConstraintShape.NUMBER_OR_PRESENCE && value instanceof Boolean wanted) {
            return Constraint.presence(wanted);
        }
        return constraint(
                values(Constraint.Part.BARE, path, value), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private Constraint<T> read(Dictionary members) {
        return constraint(
                List.of(),
                values(Constraint.Part.EXACT, "exact", members),
                values(Constraint.Part.IDEAL, "ideal", members),
                bound("min", members),
                bound("max", members));
    }

    private Constraint<T> constraint(List<T> bare, List<T> exact, List<T> ideal, Optional<T> min, Optional<T> max) {
        return new Constraint<>(bare, exact, ideal, min, max, Optional.empty(), lists);
    }

    private Optional<T> bound(String name, Dictionary members) {
        return property.constraintShape().hasRange() ? members.get(name, property.kind()) : Optional.empty();
    }

    private List<T> values(Constraint.Part part, String name, Dictionary members) {
        return members.get(name)
                .map(value -> values(part, members.path(name), value))
                .orElse(List.of());
    }

    private List<T> values(Constraint.Part part, MemberPath path, Object value) {
        return switch (property.constraintShape()) {
            case STRING -> strings(part, path, value);
            case POINTS -> points(part, path, value);
            case NUMBER, NUMBER_OR_PRESENCE, BOOLEAN, BOOLEAN_OR_STRING ->
                List.of(property.kind().convert(path, value));
        };
    }

    /** Any of several strings, or one. */
    private List<T> strings(Constraint.Part part, MemberPath path, Object value) {
        Optional<List<T>> choices = Sequence.of(path, value, property.kind()::convert);
        choices.ifPresent(given -> lists.add(part));
        return choices.orElseGet(() -> List.of(property.kind().convert(path, value)));
    }

    /** One value that is a list of points; a list without points asks for nothing (CM-5). */
    private List<T> points(Constraint.Part part, MemberPath path, Object value) {
        T points = property.kind().convert(path, value);
        if (points instanceof List<?> list && list.isEmpty()) {
            lists.add(part);
            return List.of();
        }
        return List.of(points);
    }
}
