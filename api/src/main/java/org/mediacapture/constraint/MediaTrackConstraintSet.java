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
     * Converts a dictionary. Names that neither the specifications nor {@code vendor} know are dropped (IDL-2); members
     * that are null count as not given.
     *
     * @param members names and constraints in the shapes of IDL-6
     * @param vendor further properties that the device declares
     * @return the set
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static MediaTrackConstraintSet fromMap(Map<String, ?> members, Collection<ConstrainableProperty<?>> vendor) {
        Builder builder = builder();
        members.forEach((name, value) -> {
            if (value != null) {
                find(name, vendor).ifPresent(property -> builder.put(property, value));
            }
        });
        return builder.build();
    }

    /**
     * The constraint on a property.
     *
     * @param property the property
     * @param <T> the Java type of its values
     * @return the constraint, or empty
     */
    @SuppressWarnings("unchecked") // put() admits only a Constraint<T> for a ConstrainableProperty<T>
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
     * @return a new map in the shapes of IDL-6
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

    @Override
    public String toString() {
        return toMap().toString();
    }

    private static Optional<ConstrainableProperty<?>> find(String name, Collection<ConstrainableProperty<?>> vendor) {
        return ConstrainableProperty.named(name)
                .or(() -> vendor.stream()
                        .filter(property -> property.name().equals(name))
                        .findFirst());
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

        private <T> void put(ConstrainableProperty<T> property, Object value) {
            with(property, Constraint.fromValue(property, value));
        }
    }

    static List<MediaTrackConstraintSet> listFrom(Object value, Collection<ConstrainableProperty<?>> vendor) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> sets)) {
            throw new IllegalArgumentException(
                    "advanced: " + ValueKind.shown(value) + " is not a list of constraint sets");
        }
        return sets.stream()
                .map(set -> fromMap(members("advanced", set), vendor))
                .toList();
    }

    @SuppressWarnings("unchecked") // the keys are checked one by one
    static Map<String, Object> members(String name, Object value) {
        if (value instanceof Map<?, ?> members && members.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, Object>) members;
        }
        throw new IllegalArgumentException(name + ": " + ValueKind.shown(value) + " is not a map of constraints");
    }
}
