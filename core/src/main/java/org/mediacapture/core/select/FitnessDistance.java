// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;

/**
 * The fitness distance of one value from one constraint (CM-7). Pure functions.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-fitness-distance">Media Capture and Streams: fitness
 *     distance</a>
 */
final class FitnessDistance {
    /** The distance of a value that does not satisfy a required constraint. */
    static final double INFINITE = Double.POSITIVE_INFINITY;

    private static final double TEN_DECIMALS = 1e10;

    private FitnessDistance() {}

    /** The part of a constraint that is required, in the basic set or in an advanced one (CM-1, CM-2). */
    static <T> boolean isRequired(Constraint<T> constraint, boolean advanced) {
        return constraint.isRequired()
                || advanced
                        && (!constraint.bare().isEmpty()
                                || constraint.presence().isPresent());
    }

    /** Whether a value, or its absence, satisfies the required part of a constraint; true if nothing is required. */
    static <T> boolean satisfies(
            ConstrainableProperty<?> property, Optional<?> value, Constraint<T> constraint, boolean advanced) {
        if (advanced && constraint.presence().isPresent()) {
            return constraint.presence().get() == value.isPresent();
        }
        if (!isRequired(constraint, advanced)) {
            return true;
        }
        return value.isPresent() && admits(property, value.get(), constraint, advanced);
    }

    /** The distance of a value, or of its absence, from a constraint. */
    static <T> double of(
            ConstrainableProperty<?> property, Optional<?> value, Constraint<T> constraint, boolean advanced) {
        if (!satisfies(property, value, constraint, advanced)) {
            return INFINITE;
        }
        if (constraint.presence().isPresent()) {
            return constraint.presence().get() == value.isPresent() ? 0 : 1;
        }
        if (value.isEmpty()) {
            return 1;
        }
        List<T> ideals = ideals(constraint, advanced);
        return ideals.stream()
                .mapToDouble(ideal -> difference(property, value.get(), ideal))
                .min()
                .orElse(0);
    }

    /** The wished values: what is given as ideal, and in the basic set what is given without a word (CM-2). */
    static <T> List<T> ideals(Constraint<T> constraint, boolean advanced) {
        return advanced || constraint.bare().isEmpty() ? constraint.ideal() : constraint.bare();
    }

    /** The values of which one is required, or none if any is good. */
    static <T> List<T> exacts(Constraint<T> constraint, boolean advanced) {
        return advanced && !constraint.bare().isEmpty() ? constraint.bare() : constraint.exact();
    }

    private static <T> boolean admits(
            ConstrainableProperty<?> property, Object value, Constraint<T> constraint, boolean advanced) {
        List<T> exacts = exacts(constraint, advanced);
        return (exacts.isEmpty() || exacts.stream().anyMatch(exact -> difference(property, value, exact) == 0))
                && constraint.min().map(min -> number(value) >= number(min)).orElse(true)
                && constraint.max().map(max -> number(value) <= number(max)).orElse(true);
    }

    private static double difference(ConstrainableProperty<?> property, Object actual, Object ideal) {
        if (!(actual instanceof Number) || !(ideal instanceof Number)) {
            return actual.equals(ideal) ? 0 : 1;
        }
        double is = rounded(property, number(actual));
        double wished = rounded(property, number(ideal));
        return is == wished ? 0 : Math.abs(is - wished) / Math.max(Math.abs(is), Math.abs(wished));
    }

    /** Aspect ratios are compared at the tenth decimal place (RES-4). */
    private static double rounded(ConstrainableProperty<?> property, double value) {
        return property.equals(ConstrainableProperty.ASPECT_RATIO) ? aspectRatio(value) : value;
    }

    /** A ratio rounded to the tenth decimal place (RES-4). */
    static double aspectRatio(double ratio) {
        return Math.rint(ratio * TEN_DECIMALS) / TEN_DECIMALS;
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
