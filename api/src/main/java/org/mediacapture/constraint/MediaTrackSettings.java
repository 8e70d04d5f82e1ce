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
 * The value that each property has: target values in the unit of the property (AC-7, PX-24). Immutable, ordered.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatracksettings">Media Capture and Streams:
 *     MediaTrackSettings</a>
 */
public final class MediaTrackSettings {
    private static final MediaTrackSettings EMPTY = new MediaTrackSettings(Map.of());

    private final Map<ConstrainableProperty<?>, Object> values;

    /** Takes the map over. */
    private MediaTrackSettings(Map<ConstrainableProperty<?>, Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Settings without a member.
     *
     * @return the empty settings
     */
    public static MediaTrackSettings empty() {
        return EMPTY;
    }

    /**
     * Begins settings.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Converts a dictionary of the specifications' properties.
     *
     * @param members names and values in the properties' units
     * @return the settings
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static MediaTrackSettings fromMap(Map<String, ?> members) {
        return fromMap(members, List.of());
    }

    /**
     * Converts a dictionary; names that neither the specifications nor {@code vendor} know are dropped (IDL-2), members
     * that are null count as not given.
     *
     * @param members names and values in the properties' units
     * @param vendor further properties that the device declares
     * @return the settings
     * @throws IllegalArgumentException if a value has no conversion (IDL-5); the message names the path of the member,
     *     such as {@code pointsOfInterest[0].x}, the value, and what is accepted
     */
    public static MediaTrackSettings fromMap(Map<String, ?> members, Collection<ConstrainableProperty<?>> vendor) {
        KnownProperties known = new KnownProperties(vendor);
        Builder builder = builder();
        Dictionary.of(members)
                .forEach((name, value) -> known.named(name).ifPresent(property -> builder.convert(property, value)));
        return builder.build();
    }

    /**
     * The value of a property.
     *
     * @param property the property
     * @param <T> the Java type of its values
     * @return the value in the property's unit, or empty if the track does not have the property
     */
    @SuppressWarnings("unchecked") // with() admits only a T for a ConstrainableProperty<T>
    public <T> Optional<T> get(ConstrainableProperty<T> property) {
        return Optional.ofNullable((T) values.get(property));
    }

    /**
     * The properties that have a value.
     *
     * @return the properties, in order
     */
    public Set<ConstrainableProperty<?>> properties() {
        return values.keySet();
    }

    /**
     * These settings with others laid over them.
     *
     * @param others values that win
     * @return new settings
     */
    public MediaTrackSettings with(MediaTrackSettings others) {
        Map<ConstrainableProperty<?>, Object> merged = new LinkedHashMap<>(values);
        merged.putAll(others.values);
        return new MediaTrackSettings(merged);
    }

    /**
     * The dictionary of these settings.
     *
     * @return a new map of plain values
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        values.forEach((property, value) -> members.put(property.name(), ValueKind.plain(value)));
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaTrackSettings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    /** Collects settings. For use by one thread. */
    public static final class Builder {
        private final Map<ConstrainableProperty<?>, Object> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a value, or replaces the one of the same property.
         *
         * @param property the property
         * @param value the value in the property's unit
         * @param <T> the Java type of a value
         * @return this builder
         */
        public <T> Builder with(ConstrainableProperty<T> property, T value) {
            values.put(Objects.requireNonNull(property, "property"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * Adds a value after converting it.
         *
         * @param property the property
         * @param value any value that the property's kind converts
         * @param <T> the Java type of a value
         * @return this builder
         * @throws IllegalArgumentException if the value has no conversion
         */
        public <T> Builder convert(ConstrainableProperty<T> property, Object value) {
            return with(property, property.kind().convert(property.name(), value));
        }

        /**
         * Makes the settings.
         *
         * @return the settings
         */
        public MediaTrackSettings build() {
            return new MediaTrackSettings(new LinkedHashMap<>(values));
        }
    }
}
