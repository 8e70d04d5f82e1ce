// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A constraint on one property: a bare value, or {@code min}, {@code max}, {@code exact} and {@code ideal} in any
 * combination that the property's {@link ConstraintShape} has, or the wish to have the property at all.
 *
 * <p>A list of values is a disjunction: any element satisfies it (CM-2). An empty constraint counts as none (CM-5).
 * Immutable.
 *
 * @param bare the values given without a word: {@code ideal} in the basic set, {@code exact} in an advanced one (CM-2)
 * @param exact the values given as {@code exact}
 * @param ideal the values given as {@code ideal}
 * @param min the smallest accepted value
 * @param max the largest accepted value; below {@code min} the constraint is legal and unsatisfiable (CM-9)
 * @param presence for pan, tilt and zoom: whether the device shall have the property (PTZ-4)
 * @param <T> the Java type of a value
 */
public record Constraint<T>(
        List<T> bare, List<T> exact, List<T> ideal, Optional<T> min, Optional<T> max, Optional<Boolean> presence) {
    /** Makes a constraint; the lists are copied. */
    public Constraint {
        bare = List.copyOf(bare);
        exact = List.copyOf(exact);
        ideal = List.copyOf(ideal);
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(presence, "presence");
    }

    /**
     * A bare value: {@code ideal} in the basic set, {@code exact} in an advanced one.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> bare(T value) {
        return new Constraint<>(
                List.of(value), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A required value.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> exact(T value) {
        return new Constraint<>(
                List.of(), List.of(value), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A wished value.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> ideal(T value) {
        return new Constraint<>(
                List.of(), List.of(), List.of(value), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * A smallest value.
     *
     * @param min the smallest accepted value
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> min(T min) {
        return new Constraint<>(List.of(), List.of(), List.of(), Optional.of(min), Optional.empty(), Optional.empty());
    }

    /**
     * A largest value.
     *
     * @param max the largest accepted value
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> max(T max) {
        return new Constraint<>(List.of(), List.of(), List.of(), Optional.empty(), Optional.of(max), Optional.empty());
    }

    /**
     * A range.
     *
     * @param min the smallest accepted value
     * @param max the largest accepted value
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> range(T min, T max) {
        return new Constraint<>(List.of(), List.of(), List.of(), Optional.of(min), Optional.of(max), Optional.empty());
    }

    /**
     * The wish that the device has, or has not, pan, tilt or zoom, without moving it.
     *
     * @param wanted whether the property shall be there
     * @param <T> the Java type of a value of the property
     * @return the constraint
     */
    public static <T> Constraint<T> presence(boolean wanted) {
        return new Constraint<>(
                List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.of(wanted));
    }

    /**
     * This constraint with a wished value beside what it has: <code>{min: 160, ideal: 320}</code> (CM-3).
     *
     * @param value the value, in the property's unit
     * @return a new constraint
     */
    public Constraint<T> withIdeal(T value) {
        return new Constraint<>(bare, exact, List.of(value), min, max, presence);
    }

    /**
     * Required values of which any is good.
     *
     * @param values the values
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> exactAnyOf(List<T> values) {
        return new Constraint<>(List.of(), values, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Wished values of which any is good.
     *
     * @param values the values
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> idealAnyOf(List<T> values) {
        return new Constraint<>(List.of(), List.of(), values, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Converts a value of a constraint dictionary (IDL-5, IDL-6).
     *
     * @param property what is constrained
     * @param value a bare value, a list, or a map with {@code min}, {@code max}, {@code exact}, {@code ideal}; other
     *     members are ignored (IDL-2)
     * @param <T> the Java type of a value of the property
     * @return the constraint
     * @throws IllegalArgumentException if a value has no conversion; the message names the property, the value, and what is
     *     accepted
     */
    public static <T> Constraint<T> fromValue(ConstrainableProperty<T> property, Object value) {
        if (value instanceof Constraint<?>) {
            throw new IllegalArgumentException(property + ": a constraint dictionary holds plain values, not " + value);
        }
        if (value instanceof Map<?, ?> members) {
            return new Constraint<>(
                    List.of(),
                    values(property, property + ".exact", members.get("exact")),
                    values(property, property + ".ideal", members.get("ideal")),
                    bound(property, "min", members),
                    bound(property, "max", members),
                    Optional.empty());
        }
        if (property.constraintShape() == ConstraintShape.NUMBER_OR_PRESENCE && value instanceof Boolean wanted) {
            return presence(wanted);
        }
        return new Constraint<>(
                values(property, property.name(), value),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Whether nothing is asked, as with an empty map or an empty list (CM-5).
     *
     * @return true if this counts as no constraint
     */
    public boolean isEmpty() {
        return bare.isEmpty() && ideal.isEmpty() && presence.isEmpty() && !isRequired();
    }

    /**
     * Whether {@code min}, {@code max} or {@code exact} is given, which makes a constraint of the basic set required (CM-1).
     *
     * @return true if the constraint is required wherever it stands
     */
    public boolean isRequired() {
        return !exact.isEmpty() || min.isPresent() || max.isPresent();
    }

    /**
     * The constraint in the shape of the Web IDL.
     *
     * @return a bare value, a list, or a map
     */
    public Object toValue() {
        if (presence.isPresent()) {
            return presence.get();
        }
        if (!bare.isEmpty()) {
            return single(bare);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        min.ifPresent(value -> members.put("min", value));
        max.ifPresent(value -> members.put("max", value));
        if (!exact.isEmpty()) {
            members.put("exact", single(exact));
        }
        if (!ideal.isEmpty()) {
            members.put("ideal", single(ideal));
        }
        return members;
    }

    private static Object single(List<?> values) {
        List<Object> plain = values.stream().map(Constraint::plain).toList();
        return plain.size() == 1 ? plain.get(0) : plain;
    }

    private static Object plain(Object value) {
        return value instanceof List<?> points
                ? points.stream()
                        .map(point -> point instanceof Point2D at ? at.toMap() : point)
                        .toList()
                : value;
    }

    private static <T> Optional<T> bound(ConstrainableProperty<T> property, String member, Map<?, ?> members) {
        Object value = members.get(member);
        if (value == null || !property.constraintShape().hasRange()) {
            return Optional.empty();
        }
        return Optional.of(property.kind().convert(property + "." + member, value));
    }

    private static <T> List<T> values(ConstrainableProperty<T> property, String name, Object value) {
        if (value == null) {
            return List.of();
        }
        if (property.constraintShape() == ConstraintShape.STRING && value instanceof List<?> choices) {
            return choices.stream()
                    .map(choice -> property.kind().convert(name, choice))
                    .toList();
        }
        if (value instanceof List<?> points && points.isEmpty()) {
            return List.of();
        }
        return List.of(property.kind().convert(name, value));
    }
}
