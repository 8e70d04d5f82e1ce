// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.Collections;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraintSet;

/**
 * What a constraint set requires of the pictures (CM-1). Immutable.
 *
 * @param width pixels
 * @param height pixels
 * @param ratio width by height, rounded to the tenth decimal place (RES-4)
 * @param rate frames per second
 * @param none whether resizeMode may be "none"
 * @param scaled whether resizeMode may be "crop-and-scale"
 */
record OutputLimits(Interval width, Interval height, Interval ratio, Interval rate, boolean none, boolean scaled) {
    private static final OutputLimits NOTHING =
            new OutputLimits(Interval.ALL, Interval.ALL, Interval.ALL, Interval.ALL, true, true);

    /** The limits of a set; a bare value limits only in an advanced set (CM-2). */
    static OutputLimits of(MediaTrackConstraintSet set, boolean advanced) {
        if (Collections.disjoint(Output.PROPERTIES, set.properties())) {
            return NOTHING;
        }
        Interval ratio = interval(ASPECT_RATIO, set, advanced);
        Optional<Constraint<String>> resizeMode = set.get(RESIZE_MODE);
        OutputLimits limits = new OutputLimits(
                interval(WIDTH, set, advanced),
                interval(HEIGHT, set, advanced),
                new Interval(FitnessDistance.aspectRatio(ratio.min()), FitnessDistance.aspectRatio(ratio.max())),
                interval(FRAME_RATE, set, advanced),
                allows(Output.RESIZE_NONE, resizeMode, advanced),
                allows(Output.CROP_AND_SCALE, resizeMode, advanced));
        return limits.equals(NOTHING) ? NOTHING : limits;
    }

    /** Whether nothing is required. */
    boolean isNothing() {
        return this == NOTHING;
    }

    private static Interval interval(ConstrainableProperty<?> property, MediaTrackConstraintSet set, boolean advanced) {
        Optional<? extends Constraint<?>> constraint = set.get(property);
        return constraint.isPresent() ? Interval.required(constraint.get(), advanced) : Interval.ALL;
    }

    private static boolean allows(String resizeMode, Optional<Constraint<String>> constraint, boolean advanced) {
        return constraint.isEmpty()
                || FitnessDistance.satisfies(RESIZE_MODE, Optional.of(resizeMode), constraint.get(), advanced);
    }
}
