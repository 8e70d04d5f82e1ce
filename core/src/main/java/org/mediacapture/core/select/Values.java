// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;

/** A list of values, in the source's order. Immutable. */
record Values(List<Object> values) implements Domain {
    @Override
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
        if (!FitnessDistance.isRequired(constraint, advanced)) {
            return this;
        }
        List<Object> satisfying = new ArrayList<>(values);
        boolean changed = satisfying.removeIf(
                value -> !FitnessDistance.satisfies(property, Optional.of(value), constraint, advanced));
        return changed ? new Values(satisfying) : this;
    }

    @Override
    public Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> preferred) {
        Object nearest =
                preferred.<Object>map(value -> value).filter(values::contains).orElse(values.get(0));
        double least = FitnessDistance.of(property, Optional.of(nearest), constraint, false);
        for (Object value : values) {
            double distance = FitnessDistance.of(property, Optional.of(value), constraint, false);
            if (distance < least) {
                nearest = value;
                least = distance;
            }
        }
        return nearest;
    }
}
