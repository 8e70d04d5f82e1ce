// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.constraint.ULongRange;

/** The values that a control may still have. Immutable. */
sealed interface Domain permits Interval, Values, Points {
    /** Whether no value is left. */
    boolean isEmpty();

    /** The values of this domain that satisfy what a constraint requires. */
    Domain narrowedBy(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced);

    /** The value of this domain nearest to an ideal of the constraint, else to the preferred one. Not for empty domains. */
    Object nearest(ConstrainableProperty<?> property, Constraint<?> constraint, Optional<?> preferred);

    static Domain of(Capability capability) {
        if (capability instanceof MediaSettingsRange range) {
            return new Interval(range.min(), range.max());
        }
        if (capability instanceof DoubleRange range) {
            return new Interval(range.min(), range.max());
        }
        if (capability instanceof ULongRange range) {
            return new Interval(range.min(), range.max());
        }
        return capability instanceof PointLimit limit
                ? new Points(limit, Optional.empty())
                : new Values(((Choices) capability).values());
    }
}
