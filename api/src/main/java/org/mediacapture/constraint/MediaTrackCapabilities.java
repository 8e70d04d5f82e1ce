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
 * What a source can do, property by property; a property that is missing is not supported. Combinations are not
 * described (AC-9). Immutable, ordered.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediatrackcapabilities">Media Capture and Streams:
 *     MediaTrackCapabilities</a>
 */
public final class MediaTrackCapabilities {
    private static final MediaTrackCapabilities EMPTY = new MediaTrackCapabilities(Map.of());

    private final Map<ConstrainableProperty<?>, Capability> capabilities;

    private MediaTrackCapabilities(Map<ConstrainableProperty<?>, Capability> capabilities) {
        this.capabilities = Collections.unmodifiableMap(new LinkedHashMap<>(capabilities));
    }

    /**
     * Capabilities without a member.
     *
     * @return the empty capabilities
     */
    public static MediaTrackCapabilities empty() {
        return EMPTY;
    }

    /**
     * Begins capabilities.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Converts a dictionary of the specifications' properties.
     *
     * @param members names and capabilities in the shapes of IDL-8
     * @return the capabilities
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static MediaTrackCapabilities fromMap(Map<String, ?> members) {
        return fromMap(members, List.of());
    }

    /**
     * Converts a dictionary; names that neither the specifications nor {@code vendor} know are dropped (IDL-2), members
     * that are null count as not given. An empty range, as some browsers publish for pan, tilt and zoom (PTZ-2), and an
     * empty list are left out, for unsupported is said by absence. {@code pointsOfInterest} has no capability in the
     * IDL (PX-25) and is dropped.
     *
     * @param members names and capabilities in the shapes of IDL-8, in the properties' units
     * @param vendor further properties that the device declares
     * @return the capabilities
     * @throws IllegalArgumentException if a value has no conversion; the message names the path of the member, such as
     *     {@code width.min}, the value, and what is accepted
     */
    public static MediaTrackCapabilities fromMap(Map<String, ?> members, Collection<ConstrainableProperty<?>> vendor) {
        Dictionary given = Dictionary.of(members);
        KnownProperties known = new KnownProperties(vendor);
        Builder builder = builder();
        given.forEach((name, value) -> known.named(name)
                .ifPresent(property -> CapabilityReader.read(property, given.path(name), value)
                        .ifPresent(capability -> builder.with(property, capability))));
        return builder.build();
    }

    /**
     * The capability of a property.
     *
     * @param property the property
     * @return the capability, or empty if it is not supported
     */
    public Optional<Capability> get(ConstrainableProperty<?> property) {
        return Optional.ofNullable(capabilities.get(property));
    }

    /**
     * The supported properties.
     *
     * @return the properties, in order
     */
    public Set<ConstrainableProperty<?>> properties() {
        return capabilities.keySet();
    }

    /**
     * The dictionary of these capabilities.
     *
     * @return a new map in the shapes of IDL-8
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        capabilities.forEach((property, capability) -> {
            if (property.capabilityShape() != CapabilityShape.NONE) {
                members.put(property.name(), shape(property, capability));
            }
        });
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MediaTrackCapabilities others && others.capabilities.equals(capabilities);
    }

    @Override
    public int hashCode() {
        return capabilities.hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    private static Object shape(ConstrainableProperty<?> property, Capability capability) {
        return property.capabilityShape() == CapabilityShape.SINGLE && capability instanceof Choices choices
                ? choices.values().get(0)
                : capability.toValue();
    }

    /** Collects capabilities. For use by one thread. */
    public static final class Builder {
        private final Map<ConstrainableProperty<?>, Capability> capabilities = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a capability, or replaces the one of the same property.
         *
         * @param property the property
         * @param capability its range or choices, of the kind that the property's {@link CapabilityShape} names
         * @return this builder
         * @throws IllegalArgumentException if the capability is of another kind
         */
        public Builder with(ConstrainableProperty<?> property, Capability capability) {
            boolean fits = switch (property.capabilityShape()) {
                case ULONG_RANGE -> capability instanceof ULongRange;
                case DOUBLE_RANGE -> capability instanceof DoubleRange;
                case STEPPED_RANGE -> capability instanceof MediaSettingsRange;
                case LIST -> capability instanceof Choices;
                case SINGLE ->
                    capability instanceof Choices choices && choices.values().size() == 1;
                case NONE -> capability instanceof PointLimit;
            };
            if (!fits) {
                throw new IllegalArgumentException(
                        property + ": " + capability + " is no capability of the shape " + property.capabilityShape());
            }
            capabilities.put(property, Objects.requireNonNull(capability, "capability"));
            return this;
        }

        /**
         * Adds all capabilities of another object.
         *
         * @param others what to add
         * @return this builder
         */
        public Builder with(MediaTrackCapabilities others) {
            capabilities.putAll(others.capabilities);
            return this;
        }

        /**
         * Makes the capabilities.
         *
         * @return the capabilities
         */
        public MediaTrackCapabilities build() {
            return new MediaTrackCapabilities(capabilities);
        }
    }
}
