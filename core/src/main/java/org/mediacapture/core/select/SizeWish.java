// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.List;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraintSet;

/**
 * What size is wished. A wish is 0 where there is none: a real wish for 0 is as far from every size (CM-8), so that it
 * decides nothing and is only added up in {@code constant}. Immutable.
 *
 * @param width pixels, or 0
 * @param height pixels, or 0
 * @param ratio width by height, rounded to the tenth decimal place (RES-4), or 0
 * @param constant the part of the distance that every size has
 */
record SizeWish(double width, double height, double ratio, double constant) {
    /** No wish at all. */
    static final SizeWish NOTHING = new SizeWish(0, 0, 0, 0);

    static SizeWish of(MediaTrackConstraintSet basic) {
        double width = ideal(WIDTH, basic);
        double height = ideal(HEIGHT, basic);
        double ratio = FitnessDistance.aspectRatio(ideal(ASPECT_RATIO, basic));
        double constant = (width == 0 ? 1 : 0) + (height == 0 ? 1 : 0) + (ratio == 0 ? 1 : 0);
        return new SizeWish(Math.max(width, 0), Math.max(height, 0), Math.max(ratio, 0), constant);
    }

    /** The wished number, or -1 where none is given. */
    static double ideal(ConstrainableProperty<?> property, MediaTrackConstraintSet basic) {
        List<?> ideals = basic.get(property)
                .<List<?>>map((Constraint<?> constraint) -> FitnessDistance.ideals(constraint, false))
                .orElse(List.of());
        return ideals.isEmpty() ? -1 : FitnessDistance.number(ideals.get(0));
    }

    /** The distance of a size. */
    double distance(int w, int h) {
        double distance = constant + toWidth(w) + toHeight(h);
        return ratio == 0 ? distance : distance + toRatio(FitnessDistance.aspectRatio((double) w / h));
    }

    double toWidth(double w) {
        return width == 0 ? 0 : relative(w, width);
    }

    double toHeight(double h) {
        return height == 0 ? 0 : relative(h, height);
    }

    double toRatio(double r) {
        return ratio == 0 ? 0 : relative(r, ratio);
    }

    /** How many of the three numbers are wished. */
    int wishes() {
        return (width == 0 ? 0 : 1) + (height == 0 ? 0 : 1) + (ratio == 0 ? 0 : 1);
    }

    private static double relative(double actual, double ideal) {
        return Math.abs(actual - ideal) / Math.max(actual, ideal);
    }
}
