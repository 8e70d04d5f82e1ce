// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One set of constraints, at most one for each property, in the order in which they were given. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraintset">Media Capture and Streams:
 *     MediaTrackConstraintSet</a>
 */
public final class MediaTrackConstraintSet {
    /** Longest text of constraints, in characters. */
    static final int TEXT_LIMIT = 1000;

    private static final MediaTrackConstraintSet EMPTY = new MediaTrackConstraintSet(Map.of());

    private final Map<ConstrainableProperty<?>, Constraint<?>> constraints;

    private MediaTrackConstraintSet(Map<ConstrainableProperty<?>, Constraint<?>> constraints) {
        this.constraints = Collections.unmodifiableMap(new LinkedHashMap<>(constraints));
    }

    /**
     * The set without constraints.
     *
     * @return the empty set
     */
    public static MediaTrackConstraintSet empty() {
        return EMPTY;
    }

    /**
     * Begins a set.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Converts a dictionary of the specifications' properties.
     *
     * @param members names and constraints in the shapes of IDL-6
     * @return the set
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static MediaTrackConstraintSet fromMap(Map<String, ?> members) {
        return fromMap(members, List.of());
    }

    /**
     * Converts a dictionary. Names that neither the specifications nor {@code vendor} know are dropped (IDL-2); members
     * that are null count as not given.
     *
     * @param members names and constraints in the shapes of IDL-6
     * @param vendor further properties that the device declares
     * @return the set
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code width.exact}, the value, and what is accepted
     */
    public static MediaTrackConstraintSet fromMap(Map<String, ?> members, Collection<ConstrainableProperty<?>> vendor) {
        return read(Dictionary.of(members), new KnownProperties(vendor));
    }

    static MediaTrackConstraintSet read(Dictionary members, KnownProperties known) {
        Builder builder = builder();
        members.forEach((name, value) ->
                known.named(name).ifPresent(property -> builder.read(property, members.path(name), value)));
        return builder.build();
    }

    /**
     * The constraint on a property.
     *
     * @param property the property
     * @param <T> the Java type of its values
     * @return the constraint, or empty
     */
    @SuppressWarnings("unchecked") // with() admits only a Constraint<T> for a ConstrainableProperty<T>
    public <T> Optional<Constraint<T>> get(ConstrainableProperty<T> property) {
        return Optional.ofNullable((Constraint<T>) constraints.get(property));
    }

    /**
     * The constrained properties.
     *
     * @return the properties in the order given
     */
    public Set<ConstrainableProperty<?>> properties() {
        return constraints.keySet();
    }

    /**
     * Whether there is no constraint.
     *
     * @return true for the empty set
     */
    public boolean isEmpty() {
        return constraints.isEmpty();
    }

    /**
     * The dictionary of this set.
     *
     * @return a new map in the shapes of IDL-6, each constraint as it was given (AC-6)
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        constraints.forEach((property, constraint) -> members.put(property.name(), constraint.toValue()));
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaTrackConstraintSet set && set.constraints.equals(constraints);
    }

    @Override
    public int hashCode() {
        return constraints.hashCode();
    }

    /**
     * The dictionary of this set, for people.
     *
     * @return its beginning, at most 1000 characters
     */
    @Override
    public String toString() {
        return ShownValue.cut(toMap().toString(), TEXT_LIMIT);
    }

    /** Collects constraints. For use by one thread. */
    public static final class Builder {
        private final Map<ConstrainableProperty<?>, Constraint<?>> constraints = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a constraint, or replaces the one on the same property.
         *
         * @param property the property
         * @param constraint the constraint
         * @param <T> the Java type of the property's values
         * @return this builder
         */
        public <T> Builder with(ConstrainableProperty<T> property, Constraint<T> constraint) {
            constraints.put(
                    Objects.requireNonNull(property, "property"), Objects.requireNonNull(constraint, "constraint"));
            return this;
        }

        /**
         * Adds the constraint that another set has on a property, if it has one.
         *
         * @param property the property
         * @param set where to take the constraint from
         * @param <T> the Java type of the property's values
         * @return this builder
         */
        public <T> Builder with(ConstrainableProperty<T> property, MediaTrackConstraintSet set) {
            set.get(property).ifPresent(constraint -> with(property, constraint));
            return this;
        }

        /**
         * Makes the set.
         *
         * @return the set
         */
        public MediaTrackConstraintSet build() {
            return new MediaTrackConstraintSet(constraints);
        }

        private <T> void read(ConstrainableProperty<T> property, MemberPath path, Object value) {
            with(property, Constraint.fromValue(property, path, value));
        }
    }
}
