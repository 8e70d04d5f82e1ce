// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;

/**
 * All numbers from {@code min} to {@code max}, in the unit of their property; none when {@code min > max}. Values between
 * steps are in it: they are for the provider to snap (PX-26). Immutable.
 */
record Interval(double min, double max) implements Domain {
    /** All numbers. */
    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The numbers that satisfy what a constraint requires. */
    static Interval required(Constraint<?> constraint, boolean advanced) {
        if (!FitnessDistance.isRequired(constraint, advanced)) {
            return ALL;
        }
        double min = constraint.min().map(FitnessDistance::number).orElse(Double.NEGATIVE_INFINITY);
        double max = constraint.max().map(FitnessDistance::number).orElse(Double.POSITIVE_INFINITY);
        List<?> exacts = FitnessDistance.exacts(constraint, advanced);
        if (exacts.isEmpty()) {
            return new Interval(min, max);
        }
        double exact = FitnessDistance.number(exacts.get(0));
        return new Interval(Math.max(min, exact), Math.min(max, exact));
    }

    @Override
    public boolean isEmpty() {
        return !(min <= max); // so that NaN holds nothing either
    }

    boolean contains(double value) {
        return value >= min && value <= max;
    }

    double clamp(double value) {
        return Math.min(Math.max(value, min), max);
    }

    Interval narrowedBy(Interval other) {
        if (other.min <= min && other.max >= max) {
            return this;
        }
        return new Interval(Math.max(min, other.min), Math.min(max, other.max));
    }

    @Override
    public Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
        return narrowedBy(required(constraint, advanced));
    }

    @Override
    public Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> preferred) {
        List<?> ideals = FitnessDistance.ideals(constraint, false);
        double wish = FitnessDistance.number(
                !ideals.isEmpty()
                        ? ideals.get(0)
                        : preferred.<Object>map(value -> value).orElse(min));
        return property.kind().convert(property.name(), clamp(wish));
    }
}
