// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.OverconstrainedException;

/**
 * Tells which required constraint cannot be met (CM-17). Immutable.
 *
 * @param candidates all dictionaries, as far as other tracks agree
 * @param controls all values of the controls, as far as other tracks agree
 * @param offered what the device offers, property by property
 * @param device "camera" or "microphone"
 * @param combinations what the device offers as a whole
 * @param others that other tracks on the device bind it too, or ""
 */
record Shortage(
        List<Candidate> candidates,
        Controls controls,
        MediaTrackCapabilities offered,
        String device,
        String combinations,
        String others) {
    private static final int LEGIBLE = 300;

    /**
     * The failure that names a required constraint which no dictionary meets, or none for a mere combination. A required
     * resizeMode first reduces the dictionaries, since whoever gives one asks about that kind of pictures.
     */
    OverconstrainedException of(MediaTrackConstraintSet basic) {
        List<Candidate> kind = Candidate.narrowed(candidates, OutputLimits.of(only(RESIZE_MODE, basic), false));
        if (kind.isEmpty() && !candidates.isEmpty()) {
            return failure(basic, Optional.of(RESIZE_MODE));
        }
        Optional<ConstrainableProperty<?>> failed = basic.properties().stream()
                .filter(property -> isImpossible(only(property, basic), kind))
                .findFirst();
        return failure(basic, failed);
    }

    private boolean isImpossible(MediaTrackConstraintSet single, List<Candidate> kind) {
        OutputLimits limits = OutputLimits.of(single, false);
        return controls.narrowedBy(single, false).isEmpty()
                || !limits.isNothing() && Candidate.narrowed(kind, limits).isEmpty();
    }

    private OverconstrainedException failure(MediaTrackConstraintSet basic, Optional<ConstrainableProperty<?>> failed) {
        MediaTrackConstraintSet asked =
                failed.map(property -> only(property, basic)).orElse(basic);
        Object offer = failed.<Object>map(property ->
                        offered.get(property).<Object>map(Capability::toValue).orElse("no such property"))
                .orElse(combinations);
        return new OverconstrainedException(
                failed.map(ConstrainableProperty::name).orElse(""),
                "asked for " + Excerpt.of(asked, LEGIBLE) + ", the " + device + " offers " + Excerpt.of(offer, LEGIBLE)
                        + others);
    }

    private static MediaTrackConstraintSet only(ConstrainableProperty<?> property, MediaTrackConstraintSet set) {
        return MediaTrackConstraintSet.builder().with(property, set).build();
    }
}
