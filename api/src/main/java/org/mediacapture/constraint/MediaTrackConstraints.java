// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an application asks of a track: a basic set and advanced sets. In the basic set {@code min}, {@code max} and
 * {@code exact} are required and the rest is wished; advanced sets are taken or skipped whole, in order (CM-1, CM-4).
 * Immutable.
 *
 * @param basic the basic set
 * @param advanced the advanced sets, in order
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackconstraints">Media Capture and Streams:
 *     MediaTrackConstraints</a>
 */
public record MediaTrackConstraints(MediaTrackConstraintSet basic, List<MediaTrackConstraintSet> advanced) {
    private static final String SETS = "a map of constraints";
    private static final MediaTrackConstraints NONE =
            new MediaTrackConstraints(MediaTrackConstraintSet.empty(), List.of());

    /**
     * Makes constraints; the list is copied.
     *
     * @param basic the basic set
     * @param advanced the advanced sets, in order
     */
    public MediaTrackConstraints {
        Objects.requireNonNull(basic, "basic");
        advanced = List.copyOf(advanced);
    }

    /**
     * No constraints: <code>{}</code>.
     *
     * @return the empty constraints
     */
    public static MediaTrackConstraints none() {
        return NONE;
    }

    /**
     * Begins constraints.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Converts a dictionary of the specifications' properties; unknown names are dropped (IDL-2).
     *
     * @param members names and constraints in the shapes of IDL-6, and {@code advanced} as a list of such maps
     * @return the constraints
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code advanced[1].width.exact}, the value, and what is accepted
     */
    public static MediaTrackConstraints fromMap(Map<String, ?> members) {
        return fromMap(members, List.of());
    }

    /**
     * Converts a dictionary that may also name properties of the device. Members that are null count as not given.
     *
     * @param members names and constraints in the shapes of IDL-6, and {@code advanced} as a list of such maps, null for an empty one (IDL-3)
     * @param vendor further properties that the device declares
     * @return the constraints
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code advanced[1].width.exact}, the value, and what is accepted
     */
    public static MediaTrackConstraints fromMap(Map<String, ?> members, Collection<ConstrainableProperty<?>> vendor) {
        return read(Dictionary.of(members), new KnownProperties(vendor));
    }

    /**
     * Converts what a dictionary of {@code getUserMedia} asks of one kind of track.
     *
     * @param kind names the member: {@code video} or {@code audio}
     * @param members the member is a boolean or a map as {@link #fromMap(Map)} takes it; missing and null are false
     *     (IDL-7): script engines hand undefined over as null
     * @return the constraints; empty if the kind is not asked for
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code video.advanced[1].width.exact}, the value, and what is accepted
     */
    public static Optional<MediaTrackConstraints> requested(MediaKind kind, Map<String, ?> members) {
        Dictionary given = Dictionary.of(members);
        Object value = given.get(kind.value()).orElse(false);
        if (value instanceof Boolean asked) {
            return asked ? Optional.of(NONE) : Optional.empty();
        }
        Dictionary constraints = Dictionary.of(given.path(kind.value()), value, "true, false or " + SETS);
        return Optional.of(read(constraints, new KnownProperties(List.of())));
    }

    private static MediaTrackConstraints read(Dictionary members, KnownProperties known) {
        return new MediaTrackConstraints(
                MediaTrackConstraintSet.read(members, known),
                members.get("advanced")
                        .map(value -> advanced(members.path("advanced"), value, known))
                        .orElse(List.of()));
    }

    private static List<MediaTrackConstraintSet> advanced(MemberPath path, Object value, KnownProperties known) {
        return Sequence.of(
                        path,
                        value,
                        (at, set) -> MediaTrackConstraintSet.read(Dictionary.ofElement(at, set, SETS), known))
                .orElseThrow(() -> path.wrong(value, "a list of constraint sets"));
    }

    /**
     * The dictionary of these constraints.
     *
     * @return a new map in the shapes of IDL-6, each constraint as it was given (AC-6); {@code advanced} is there only
     *     when it is not empty: an empty list asks for the same as none (AC-6)
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>(basic.toMap());
        if (!advanced.isEmpty()) {
            members.put(
                    "advanced",
                    advanced.stream().map(MediaTrackConstraintSet::toMap).toList());
        }
        return members;
    }

    /**
     * The dictionary of these constraints, for people.
     *
     * @return its beginning, at most 1000 characters
     */
    @Override
    public String toString() {
        return ShownValue.cut(toMap().toString(), MediaTrackConstraintSet.TEXT_LIMIT);
    }

    /** Collects constraints. For use by one thread. */
    public static final class Builder {
        private final MediaTrackConstraintSet.Builder basic = MediaTrackConstraintSet.builder();
        private final List<MediaTrackConstraintSet> advanced = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a constraint to the basic set.
         *
         * @param property the property
         * @param constraint the constraint
         * @param <T> the Java type of the property's values
         * @return this builder
         */
        public <T> Builder with(ConstrainableProperty<T> property, Constraint<T> constraint) {
            basic.with(property, constraint);
            return this;
        }

        /**
         * Adds a wished value to the basic set.
         *
         * @param property the property
         * @param value the value, in the property's unit
         * @param <T> the Java type of the property's values
         * @return this builder
         */
        public <T> Builder ideal(ConstrainableProperty<T> property, T value) {
            return with(property, Constraint.ideal(value));
        }

        /**
         * Adds a required value to the basic set.
         *
         * @param property the property
         * @param value the value, in the property's unit
         * @param <T> the Java type of the property's values
         * @return this builder
         */
        public <T> Builder exact(ConstrainableProperty<T> property, T value) {
            return with(property, Constraint.exact(value));
        }

        /**
         * Adds an advanced set.
         *
         * @param set the set
         * @return this builder
         */
        public Builder advanced(MediaTrackConstraintSet set) {
            advanced.add(Objects.requireNonNull(set, "set"));
            return this;
        }

        /**
         * Makes the constraints.
         *
         * @return the constraints
         */
        public MediaTrackConstraints build() {
            return new MediaTrackConstraints(basic.build(), advanced);
        }
    }
}
