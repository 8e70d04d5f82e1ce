// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A constraint on one property: a bare value, or {@code min}, {@code max}, {@code exact} and {@code ideal} in any
 * combination that the property's {@link ConstraintShape} has, or the wish to have the property at all.
 *
 * <p>A list of values is a disjunction: any element satisfies it (CM-2). An empty constraint counts as none (CM-5); it
 * is kept all the same, since constraints come back as they were given (AC-6). Immutable.
 *
 * @param bare the values given without a word: {@code ideal} in the basic set, {@code exact} in an advanced one (CM-2)
 * @param exact the values given as {@code exact}
 * @param ideal the values given as {@code ideal}
 * @param min the smallest accepted value
 * @param max the largest accepted value; below {@code min} the constraint is legal and unsatisfiable (CM-9)
 * @param presence for pan, tilt and zoom: whether the device shall have the property (PTZ-4)
 * @param lists the parts that were written as a list of strings or as an empty list; the values mean the same without,
 *     but come back as they were (AC-6)
 * @param <T> the Java type of a value
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dictionary-mediatrackconstraintset-members">Media Capture and
 *     Streams: constraint types</a> (IDL-6)
 */
public record Constraint<T>(
        List<T> bare,
        List<T> exact,
        List<T> ideal,
        Optional<T> min,
        Optional<T> max,
        Optional<Boolean> presence,
        Set<Part> lists) {
    /** Longest text of a constraint, in characters. */
    private static final int TEXT_LIMIT = 200;

    /** The parts of a constraint that can be written as a list of values. */
    public enum Part {
        /** The value without a word. */
        BARE,
        /** The member {@code exact}. */
        EXACT,
        /** The member {@code ideal}. */
        IDEAL
    }

    /**
     * Makes a constraint; the collections are copied.
     *
     * @param bare the values given without a word: {@code ideal} in the basic set, {@code exact} in an advanced one (CM-2)
     * @param exact the values given as {@code exact}
     * @param ideal the values given as {@code ideal}
     * @param min the smallest accepted value
     * @param max the largest accepted value; below {@code min} the constraint is legal and unsatisfiable (CM-9)
     * @param presence for pan, tilt and zoom: whether the device shall have the property (PTZ-4)
     * @param lists the parts that were written as a list of strings or as an empty list; the values mean the same without,
     *     but come back as they were (AC-6)
     */
    public Constraint {
        bare = List.copyOf(bare);
        exact = List.copyOf(exact);
        ideal = List.copyOf(ideal);
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(presence, "presence");
        lists = Set.copyOf(lists);
    }

    /** A constraint of values only. */
    private Constraint(List<T> bare, List<T> exact, List<T> ideal, Set<Part> lists) {
        this(bare, exact, ideal, Optional.empty(), Optional.empty(), Optional.empty(), lists);
    }

    /** A constraint of bounds only. */
    private Constraint(Optional<T> min, Optional<T> max, Optional<Boolean> presence) {
        this(List.of(), List.of(), List.of(), min, max, presence, Set.of());
    }

    /**
     * A bare value: {@code ideal} in the basic set, {@code exact} in an advanced one.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> bare(T value) {
        return new Constraint<>(List.of(value), List.of(), List.of(), Set.of());
    }

    /**
     * A required value.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> exact(T value) {
        return new Constraint<>(List.of(), List.of(value), List.of(), Set.of());
    }

    /**
     * A wished value.
     *
     * @param value the value, in the property's unit
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> ideal(T value) {
        return new Constraint<>(List.of(), List.of(), List.of(value), Set.of());
    }

    /**
     * A smallest value.
     *
     * @param min the smallest accepted value
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> min(T min) {
        return new Constraint<>(Optional.of(min), Optional.empty(), Optional.empty());
    }

    /**
     * A largest value.
     *
     * @param max the largest accepted value
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> max(T max) {
        return new Constraint<>(Optional.empty(), Optional.of(max), Optional.empty());
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
        return new Constraint<>(Optional.of(min), Optional.of(max), Optional.empty());
    }

    /**
     * The wish that the device has, or has not, pan, tilt or zoom, without moving it.
     *
     * @param wanted whether the property shall be there
     * @param <T> the Java type of a value of the property
     * @return the constraint
     */
    public static <T> Constraint<T> presence(boolean wanted) {
        return new Constraint<>(Optional.empty(), Optional.empty(), Optional.of(wanted));
    }

    /**
     * This constraint with a wished value beside its {@code min}, {@code max} and {@code exact}, such as
     * <code>{min: 160, ideal: 320}</code> (CM-3). A bare value and the mere presence give way to it.
     *
     * @param value the value, in the property's unit
     * @return a new constraint
     */
    public Constraint<T> withIdeal(T value) {
        Set<Part> others = lists.contains(Part.EXACT) ? Set.of(Part.EXACT) : Set.of();
        return new Constraint<>(List.of(), exact, List.of(value), min, max, Optional.empty(), others);
    }

    /**
     * Required values of which any is good.
     *
     * @param values the values
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> exactAnyOf(List<T> values) {
        return new Constraint<>(List.of(), values, List.of(), Set.of());
    }

    /**
     * Wished values of which any is good.
     *
     * @param values the values
     * @param <T> the Java type of a value
     * @return the constraint
     */
    public static <T> Constraint<T> idealAnyOf(List<T> values) {
        return new Constraint<>(List.of(), List.of(), values, Set.of());
    }

    /**
     * Converts a value of a constraint dictionary (IDL-5, IDL-6). Every {@link Number} is a number, every
     * {@link CharSequence} a string, every {@link Iterable} and every array a list; values of other types are refused.
     *
     * @param property what is constrained
     * @param value a bare value, a list, or a map with {@code min}, {@code max}, {@code exact}, {@code ideal}; other
     *     members are ignored (IDL-2), and those that are null are not given
     * @param <T> the Java type of a value of the property
     * @return the constraint
     * @throws IllegalArgumentException if a value has no conversion; the message names the property, the value, and
     *     what is accepted
     */
    public static <T> Constraint<T> fromValue(ConstrainableProperty<T> property, Object value) {
        return fromValue(property, MemberPath.of(property.name()), value);
    }

    static <T> Constraint<T> fromValue(ConstrainableProperty<T> property, MemberPath path, Object value) {
        return new ConstraintReader<>(property).read(path, value);
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
     * Whether {@code min}, {@code max} or {@code exact} is given, which makes a constraint of the basic set required
     * (CM-1).
     *
     * @return true if the constraint is required wherever it stands
     */
    public boolean isRequired() {
        return !exact.isEmpty() || min.isPresent() || max.isPresent();
    }

    /**
     * The constraint in the shape of the Web IDL, as it was given (AC-6).
     *
     * @return a bare value, a list, or a map
     */
    public Object toValue() {
        return new ConstraintWriter(this).write();
    }

    /**
     * The constraint in the shape of the Web IDL, for people.
     *
     * @return at most 200 characters
     */
    @Override
    public String toString() {
        return ShownValue.cut(String.valueOf(toValue()), TEXT_LIMIT);
    }
}
