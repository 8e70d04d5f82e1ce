// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * What a source can do in one property: a range of numbers or a list of choices. Unsupported is said by absence, never
 * by an empty range. Immutable.
 */
public sealed interface Capability permits ULongRange, DoubleRange, MediaSettingsRange, Choices, PointLimit {
    /**
     * Whether a setting may have this value. A value between two steps of a {@link MediaSettingsRange} is admitted,
     * since the provider snaps it (PX-26).
     *
     * @param value a setting of the property
     * @return true if the value lies in the range or is one of the choices
     */
    boolean admits(Object value);

    /**
     * The value of the capability in the shape of the Web IDL.
     *
     * @return a map for ranges, a list for choices
     */
    Object toValue();
}
