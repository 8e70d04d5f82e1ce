// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackSettings;

/**
 * The fitness distance of values from constraints (CM-7), word for word and one dictionary at a time. Pure functions.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-fitness-distance">Media Capture and Streams: fitness
 *     distance</a>
 */
final class FitnessDistance {
    /** The distance of a value that does not satisfy a required constraint. */
    static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final double TEN_DECIMALS = 1e10;

    /** From here on a double has no tenth decimal place to round. */
    private static final double COARSE = 1e5;

    private FitnessDistance() {}

    /** The distance of a settings dictionary from a constraint set: the sum over its constraints. */
    static double of(MediaTrackConstraintSet set, MediaTrackSettings dictionary, boolean advanced) {
        double sum = 0;
        for (ConstrainableProperty<?> property : set.properties()) {
            sum += of(property, dictionary.get(property), set.get(property).orElseThrow(), advanced);
        }
        return sum;
    }

    /** The distance of a value, or of its absence, from a constraint. */
    static double of(ConstrainableProperty<?> property, Optional<?> value, Constraint<?> constraint, boolean advanced) {
        if (constraint.isEmpty()) {
            return 0; // no constraint at all (CM-5), even where the property is missing
        }
        if (!satisfies(property, value, constraint, advanced)) {
            return INFINITE;
        }
        if (constraint.presence().isPresent()) {
            return constraint.presence().get() == value.isPresent() ? 0 : 1;
        }
        return value.isPresent() ? nearest(property, value.get(), ideals(constraint, advanced)) : 1;
    }

    /** The part of a constraint that is required, in the basic set or in an advanced one (CM-1, CM-2). */
    static boolean isRequired(Constraint<?> constraint, boolean advanced) {
        return constraint.isRequired()
                || advanced
                        && (!constraint.bare().isEmpty()
                                || constraint.presence().isPresent());
    }

    /** Whether a value, or its absence, satisfies the required part of a constraint; true if nothing is required. */
    static boolean satisfies(
            ConstrainableProperty<?> property, Optional<?> value, Constraint<?> constraint, boolean advanced) {
        if (advanced && constraint.presence().isPresent()) {
            return constraint.presence().get() == value.isPresent(); // CM-19
        }
        if (!isRequired(constraint, advanced)) {
            return true;
        }
        return value.isPresent() && admits(property, value.get(), constraint, advanced);
    }

    /** The wished values: what is given as ideal, and in the basic set what is given without a word (CM-2). */
    static List<?> ideals(Constraint<?> constraint, boolean advanced) {
        return advanced || constraint.bare().isEmpty() ? constraint.ideal() : constraint.bare();
    }

    /** The values of which one is required, or none if any is good. */
    static List<?> exacts(Constraint<?> constraint, boolean advanced) {
        return advanced && !constraint.bare().isEmpty() ? constraint.bare() : constraint.exact();
    }

    /** The distance of one number from another, for equal signs a fraction of the larger one. */
    static double relative(double actual, double ideal) {
        return actual == ideal ? 0 : Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
    }

    /** A ratio rounded to the tenth decimal place (RES-4). */
    static double aspectRatio(double ratio) {
        return Math.abs(ratio) < COARSE ? Math.rint(ratio * TEN_DECIMALS) / TEN_DECIMALS : ratio;
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static double nearest(ConstrainableProperty<?> property, Object value, List<?> ideals) {
        double nearest = ideals.isEmpty() ? 0 : INFINITE;
        for (Object ideal : ideals) {
            nearest = Math.min(nearest, difference(property, value, ideal));
        }
        return nearest;
    }

    private static boolean admits(
            ConstrainableProperty<?> property, Object value, Constraint<?> constraint, boolean advanced) {
        List<?> exacts = exacts(constraint, advanced);
        return (exacts.isEmpty() || nearest(property, value, exacts) == 0)
                && constraint
                        .min()
                        .map(min -> rounded(property, value) >= rounded(property, min))
                        .orElse(true)
                && constraint
                        .max()
                        .map(max -> rounded(property, value) <= rounded(property, max))
                        .orElse(true);
    }

    private static double difference(ConstrainableProperty<?> property, Object actual, Object ideal) {
        if (actual instanceof Number && ideal instanceof Number) {
            return relative(rounded(property, actual), rounded(property, ideal));
        }
        return actual.equals(ideal) ? 0 : 1;
    }

    /** Aspect ratios are compared at the tenth decimal place, so that 4/3 finds 640x480 (RES-4). */
    private static double rounded(ConstrainableProperty<?> property, Object value) {
        double number = number(value);
        return property.equals(ConstrainableProperty.ASPECT_RATIO) ? aspectRatio(number) : number;
    }
}
