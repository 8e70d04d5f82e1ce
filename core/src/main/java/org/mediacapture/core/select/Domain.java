// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.ULongRange;

/** The values that a control may still have. Immutable. */
sealed interface Domain {
    /** Whether no value is left. */
    boolean isEmpty();

    /** The values of this domain that satisfy what a constraint requires. */
    Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced);

    /** The value of this domain nearest to an ideal of the constraint, else to the current value. Not for empty domains. */
    Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> current);

    static Domain of(Capability capability) {
        if (capability instanceof MediaSettingsRange range) {
            return new Interval(range.min(), range.max());
        }
        if (capability instanceof DoubleRange range) {
            return new Interval(range.min(), range.max());
        }
        return capability instanceof ULongRange range
                ? new Interval(range.min(), range.max())
                : new Values(((Choices) capability).values());
    }

    /** A closed interval; empty when {@code min > max}. Values between steps are for the provider to snap (PX-26). */
    record Interval(double min, double max) implements Domain {
        private static final Interval EMPTY = new Interval(1, 0);

        @Override
        public boolean isEmpty() {
            return min > max;
        }

        @Override
        public Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
            double low = Math.max(min, constraint.min().map(Interval::number).orElse(min));
            double high = Math.min(max, constraint.max().map(Interval::number).orElse(max));
            List<?> exacts = FitnessDistance.exacts(constraint, advanced);
            if (exacts.isEmpty()) {
                return new Interval(low, high);
            }
            return exacts.stream()
                    .map(Interval::number)
                    .filter(exact -> exact >= low && exact <= high)
                    .findFirst()
                    .map(exact -> new Interval(exact, exact))
                    .orElse(EMPTY);
        }

        @Override
        public Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> current) {
            double wish = FitnessDistance.ideals(constraint, false).stream()
                    .findFirst()
                    .map(Interval::number)
                    .or(() -> current.map(Interval::number))
                    .orElse(min);
            return property.kind().convert(property.name(), Math.min(Math.max(wish, min), max));
        }

        private static double number(Object value) {
            return ((Number) value).doubleValue();
        }
    }

    /** A list of values, in the source's order. */
    record Values(List<Object> values) implements Domain {
        @Override
        public boolean isEmpty() {
            return values.isEmpty();
        }

        @Override
        public Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
            return new Values(values.stream()
                    .filter(value -> FitnessDistance.satisfies(property, Optional.of(value), constraint, advanced))
                    .toList());
        }

        @Override
        public Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> current) {
            Stream<Object> currentFirst = Stream.concat(current.stream().filter(values::contains), values.stream());
            return currentFirst
                    .min(Comparator.comparingDouble(
                            value -> FitnessDistance.of(property, Optional.of(value), constraint, false)))
                    .orElseThrow();
        }
    }
}
