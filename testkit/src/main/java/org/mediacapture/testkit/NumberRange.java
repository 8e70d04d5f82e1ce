// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.ULongRange;

/**
 * A range of numbers, whatever its shape. Immutable.
 *
 * @param min smallest value in the unit of its property
 * @param max largest value
 * @param step smallest difference, 0 if none is known
 */
record NumberRange(double min, double max, double step) {
    private static final double NOISE = 1e-3;
    private static final double LARGEST_ANGLE = 648_000;

    static Optional<NumberRange> of(Capability capability) {
        if (capability instanceof MediaSettingsRange range) {
            return Optional.of(new NumberRange(range.min(), range.max(), range.step()));
        }
        if (capability instanceof DoubleRange range) {
            return Optional.of(new NumberRange(range.min(), range.max(), 0));
        }
        return capability instanceof ULongRange range
                ? Optional.of(new NumberRange(range.min(), range.max(), 1))
                : Optional.empty();
    }

    /** Whether the range can be one of a property: angles are within half a turn (PX-14, PX-15). */
    boolean fits(ConstrainableProperty<?> property) {
        boolean angle = property.equals(ConstrainableProperty.PAN) || property.equals(ConstrainableProperty.TILT);
        return !angle || min >= -LARGEST_ANGLE && max <= LARGEST_ANGLE;
    }

    /** A value about the middle that lies between two steps, where there are steps. */
    double offStep() {
        double steps = step == 0 ? 0 : Math.floor((max - min) / step / 2);
        double middle = step == 0 ? (min + max) / 2 : min + steps * step + step * 0.4;
        return Math.min(middle, max);
    }

    /** Whether a value is a step from the minimum, or the maximum. */
    boolean isStep(double value) {
        double steps = step == 0 ? 0 : (value - min) / step;
        return value == max || Math.abs(steps - Math.rint(steps)) < NOISE;
    }

    /** Whether a value is a wish moved to the nearest step; without steps any value of the range is. */
    boolean isNear(double wish, double value) {
        return step == 0 || Math.abs(wish - value) <= step * (0.5 + NOISE) || value == max && max - wish <= step;
    }
}
