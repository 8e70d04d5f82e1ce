// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;

/** Which required constraints may select a device (GUM-7, PX-22). Pure function. */
final class RequiredConstraints {
    private RequiredConstraints() {}

    /**
     * Refuses required constraints on properties that cannot select a device.
     *
     * @throws IllegalArgumentException if there is one
     */
    static void check(MediaTrackConstraintSet basic, MediaKind kind) {
        for (ConstrainableProperty<?> property : basic.properties()) {
            boolean required = basic.get(property).map(Constraint::isRequired).orElse(false);
            if (required && property.media().contains(kind) && !property.requiredInGetUserMedia()) {
                throw new IllegalArgumentException(
                        property
                                + ": min, max and exact do not select a device; give it bare or as ideal, or apply it to the track");
            }
        }
    }
}
