// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;

/** What can be steered on a mock camera, with range and default in the unit of the property. Immutable. */
enum MockControl {
    /** Magnification, a ratio. */
    ZOOM(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 4, 0.1), 1),
    /** Offset of luma, in 8-bit levels. */
    BRIGHTNESS(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(-100, 100, 1), 0),
    /** Direction in which the camera looks, in arc seconds, positive to the right. */
    PAN(ConstrainableProperty.PAN, new MediaSettingsRange(-36_000, 36_000, 360), 0);

    /** Takes the noise of binary fractions away: 1 + 12 * 0.1 is to be 2.2. */
    private static final double DECIMALS = 1e6;

    private final ConstrainableProperty<Double> property;
    private final MediaSettingsRange range;
    private final double initial;

    MockControl(ConstrainableProperty<Double> property, MediaSettingsRange range, double initial) {
        this.property = property;
        this.range = range;
        this.initial = initial;
    }

    /**
     * The control with the specification's name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    static MockControl named(String name) {
        return Arrays.stream(values())
                .filter(control -> control.property.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("controls: \"" + name + "\" is not one of " + names()));
    }

    ConstrainableProperty<Double> property() {
        return property;
    }

    MediaSettingsRange range() {
        return range;
    }

    double initial() {
        return initial;
    }

    /** The value of this control that is nearest to a wish. */
    double snap(double wish) {
        // Adding 0 makes the negative zero a plain one.
        return Math.rint(range.nearest(wish) * DECIMALS) / DECIMALS + 0.0;
    }

    private static String names() {
        return Arrays.stream(values()).map(control -> control.property.name()).collect(Collectors.joining(", "));
    }
}
