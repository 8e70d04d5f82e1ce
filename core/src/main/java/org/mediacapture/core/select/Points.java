// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.PointLimit;

/**
 * Lists of points of interest: all that the source can use, or only those that were required (PX-25). The points of
 * constraints are clamped already, see {@link Applicable}. Immutable.
 *
 * @param limit how many points the source takes
 * @param required the lists that are left, or empty while any list is good
 */
record Points(PointLimit limit, Optional<List<List<?>>> required) implements Domain {
    @Override
    public boolean isEmpty() {
        return required.map(List::isEmpty).orElse(false);
    }

    @Override
    public Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
        if (!FitnessDistance.isRequired(constraint, advanced)) {
            return this;
        }
        List<List<?>> usable = FitnessDistance.exacts(constraint, advanced).stream()
                .<List<?>>map(exact -> (List<?>) exact)
                .filter(this::isUsable)
                .toList();
        return new Points(limit, Optional.of(usable));
    }

    @Override
    public Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> preferred) {
        return FitnessDistance.ideals(constraint, false).stream()
                .<Object>map(ideal -> ideal)
                .filter(this::isUsable)
                .findFirst()
                .or(() -> required.map(lists -> lists.get(0)))
                .or(() -> preferred.map(points -> points))
                .orElse(List.of());
    }

    private boolean isUsable(Object points) {
        return limit.admits(points)
                && required.map(lists -> lists.contains(points)).orElse(true);
    }
}
