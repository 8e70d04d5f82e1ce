// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PointLimit;

/**
 * What can be steered on a mock camera: the seventeen properties of Image Capture (PX-1 to PX-17), each with the range or
 * the choices and the initial value that it has unless a configuration says otherwise, in the unit of the property. Modes
 * come before the values that depend on them (PX-27). Immutable.
 */
enum MockControl {
    WHITE_BALANCE_MODE(ConstrainableProperty.WHITE_BALANCE_MODE, metering(), MockControl.CONTINUOUS),
    EXPOSURE_MODE(ConstrainableProperty.EXPOSURE_MODE, metering(), MockControl.CONTINUOUS),
    FOCUS_MODE(ConstrainableProperty.FOCUS_MODE, metering(), MockControl.CONTINUOUS),
    POINTS_OF_INTEREST(ConstrainableProperty.POINTS_OF_INTEREST, new PointLimit(4), List.of()),
    /** In EV. */
    EXPOSURE_COMPENSATION(ConstrainableProperty.EXPOSURE_COMPENSATION, new MediaSettingsRange(-3, 3, 0.25), 0.0),
    /** In units of 100 microseconds: at first 1/100 s. */
    EXPOSURE_TIME(ConstrainableProperty.EXPOSURE_TIME, new MediaSettingsRange(1, 1000, 1), 100.0),
    /** In kelvin. */
    COLOR_TEMPERATURE(ConstrainableProperty.COLOR_TEMPERATURE, new MediaSettingsRange(2500, 10_000, 50), 5500.0),
    ISO(ConstrainableProperty.ISO, new MediaSettingsRange(100, 3200, 10), 200.0),
    /** In 8-bit levels of luma. */
    BRIGHTNESS(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(-100, 100, 1), 0.0),
    /** In percent. */
    CONTRAST(ConstrainableProperty.CONTRAST, new MediaSettingsRange(0, 200, 1), 100.0),
    /** In percent. */
    SATURATION(ConstrainableProperty.SATURATION, new MediaSettingsRange(0, 200, 1), 100.0),
    SHARPNESS(ConstrainableProperty.SHARPNESS, new MediaSettingsRange(0, 10, 1), 0.0),
    /** In metres. */
    FOCUS_DISTANCE(ConstrainableProperty.FOCUS_DISTANCE, new MediaSettingsRange(0.1, 10, 0.05), 1.2),
    /** In arc seconds, positive to the right. */
    PAN(ConstrainableProperty.PAN, new MediaSettingsRange(-36_000, 36_000, 360), 0.0),
    /** In arc seconds, positive upwards. */
    TILT(ConstrainableProperty.TILT, new MediaSettingsRange(-18_000, 18_000, 360), 0.0),
    /** A ratio. */
    ZOOM(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 4, 0.1), 1.0),
    TORCH(ConstrainableProperty.TORCH, Choices.of(false, true), false);

    /** The metering modes of PX-20. */
    static final String NONE = "none";

    static final String MANUAL = "manual";
    static final String SINGLE_SHOT = "single-shot";
    static final String CONTINUOUS = "continuous";

    private final ConstrainableProperty<?> property;
    private final Capability capability;
    private final Object initial;

    MockControl(ConstrainableProperty<?> property, Capability capability, Object initial) {
        this.property = property;
        this.capability = capability;
        this.initial = initial;
    }

    /** The control with the specification's name, or empty. */
    static Optional<MockControl> named(String name) {
        return Arrays.stream(values())
                .filter(control -> control.propertyName().equals(name))
                .findFirst();
    }

    /** The names of all controls, for messages. */
    static String names() {
        return Arrays.stream(values()).map(MockControl::propertyName).collect(Collectors.joining(", "));
    }

    ConstrainableProperty<?> property() {
        return property;
    }

    String propertyName() {
        return property.name();
    }

    /** This control as cameras have it by default. */
    ControlOffer standard() {
        return new ControlOffer(this, capability, initial);
    }

    boolean isMode() {
        return this == WHITE_BALANCE_MODE || this == EXPOSURE_MODE || this == FOCUS_MODE;
    }

    /** The mode in which the camera chooses the value of this control by itself, or empty. */
    Optional<MockControl> automaticBy() {
        return switch (this) {
            case EXPOSURE_TIME, ISO -> Modes.EXPOSURE;
            case COLOR_TEMPERATURE -> Modes.WHITE_BALANCE;
            case FOCUS_DISTANCE -> Modes.FOCUS;
            default -> Optional.empty();
        };
    }

    /** Made once, since it is asked for while frames are drawn. */
    private static final class Modes {
        private static final Optional<MockControl> EXPOSURE = Optional.of(EXPOSURE_MODE);
        private static final Optional<MockControl> WHITE_BALANCE = Optional.of(WHITE_BALANCE_MODE);
        private static final Optional<MockControl> FOCUS = Optional.of(FOCUS_MODE);

        private Modes() {}
    }

    private static Choices metering() {
        return Choices.of(MANUAL, SINGLE_SHOT, CONTINUOUS);
    }
}
