// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads a capability in the shape that its property has in the Web IDL (IDL-8). Only static functions. */
final class CapabilityReader {
    private CapabilityReader() {}

    /**
     * Reads a capability.
     *
     * @param property whose capability it is
     * @param path where it stands
     * @param value a map, a list, or for {@code deviceId} and {@code groupId} a string
     * @return the capability, or empty if the range or the list is empty or the property has none
     * @throws IllegalArgumentException if a value has no conversion
     */
    static Optional<Capability> read(ConstrainableProperty<?> property, MemberPath path, Object value) {
        return switch (property.capabilityShape()) {
            case ULONG_RANGE -> range(path, value, ULongRange::read);
            case DOUBLE_RANGE -> range(path, value, DoubleRange::read);
            case STEPPED_RANGE -> range(path, value, MediaSettingsRange::read);
            case LIST -> choices(property, path, value);
            case SINGLE -> Optional.of(Choices.of(property.kind().convert(path, value)));
            case NONE -> Optional.empty();
        };
    }

    private static Optional<Capability> range(
            MemberPath path, Object value, BiFunction<MemberPath, Object, Capability> conversion) {
        return Map.of().equals(value) ? Optional.empty() : Optional.of(conversion.apply(path, value));
    }

    private static Optional<Capability> choices(ConstrainableProperty<?> property, MemberPath path, Object value) {
        List<Object> values = Sequence.<Object>of(path, value, property.kind()::convert)
                .orElseThrow(() -> path.wrong(value, "a list whose elements are " + property.kind()));
        return values.isEmpty() ? Optional.empty() : Optional.of(new Choices(values));
    }
}
