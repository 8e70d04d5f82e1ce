// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Collections;
import java.util.LinkedHashMap;
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
        capabilities.forEach((property, capability) -> members.put(property.name(), shape(property, capability)));
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
                case NONE -> false;
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
