// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;

/**
 * A property of the API on a control of a device, or on several. Immutable.
 *
 * @param <T> the Java type of a value
 */
interface MappedControl<T> {
    /** The property. */
    ConstrainableProperty<T> property();

    /** The values that it can have. */
    Capability capability();

    /** The control that holds the value. */
    DeviceControl control();

    /** The V4L2 names of the controls behind the property. */
    default String names() {
        return control().name();
    }

    /**
     * Reads the value.
     *
     * @return a value of the capability; empty if the device has one that the capability has not
     * @throws DeviceException if the device does not tell it
     */
    Optional<T> read(VideoNode node) throws DeviceException;

    /**
     * Sets the value.
     *
     * @param value a value of the capability
     * @throws DeviceException if the device refuses it
     */
    void write(VideoNode node, T value) throws DeviceException;
}
