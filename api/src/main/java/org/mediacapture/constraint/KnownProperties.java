// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The properties that a conversion knows: those of the specifications and those that a device declares. Names of others
 * are dropped (IDL-2). Immutable.
 */
final class KnownProperties {
    private final Map<String, ConstrainableProperty<?>> vendor = new HashMap<>();

    /**
     * Adds the properties of a device to those of the specifications.
     *
     * @param vendor further properties
     */
    KnownProperties(Collection<ConstrainableProperty<?>> vendor) {
        vendor.forEach(property -> this.vendor.putIfAbsent(property.name(), property));
    }

    /**
     * The property of a name.
     *
     * @param name any name
     * @return the property, or empty if nobody knows it
     */
    Optional<ConstrainableProperty<?>> named(String name) {
        return ConstrainableProperty.named(name).or(() -> Optional.ofNullable(vendor.get(name)));
    }
}
