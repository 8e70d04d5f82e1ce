// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/** The shapes in which a capability of a property is published (IDL-8). */
public enum CapabilityShape {
    /** {@link ULongRange}: <code>{min, max}</code> of integers, exactly two members. */
    ULONG_RANGE,
    /** {@link DoubleRange}: <code>{min, max}</code>, exactly two members. */
    DOUBLE_RANGE,
    /** {@link MediaSettingsRange}: <code>{min, max, step}</code>. */
    STEPPED_RANGE,
    /** {@link Choices}: a list of strings, booleans, or both. */
    LIST,
    /** {@link Choices} of one string, published as that string: {@code deviceId} and {@code groupId}. */
    SINGLE,
    /** No capability is published: {@code pointsOfInterest}; a provider declares support by a {@link PointLimit}. */
    NONE
}
