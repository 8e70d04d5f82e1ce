// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/**
 * All settings dictionaries with one mode: what the mode fixes, and a {@link Domain} for each control. It stands for as many
 * dictionaries as the domains have values, without enumerating them (CM-13). Immutable.
 */
record Candidate(VideoMode mode, MediaTrackSettings fixed, Map<ConstrainableProperty<?>, Domain> domains) {
    static Candidate of(CameraSpace space, VideoMode mode) {
        Map<ConstrainableProperty<?>, Domain> domains = new LinkedHashMap<>();
        for (ConstrainableProperty<?> property : space.controls().properties()) {
            Capability capability = space.controls().get(property).orElseThrow();
            domains.put(property, Domain.of(capability));
        }
        return new Candidate(mode, space.fixed(mode), domains);
    }

    /** The dictionaries of this candidate that satisfy what a set requires, or empty if none does. */
    Optional<Candidate> narrowedBy(MediaTrackConstraintSet set, boolean advanced) {
        Map<ConstrainableProperty<?>, Domain> narrowed = new LinkedHashMap<>(domains);
        for (ConstrainableProperty<?> property : set.properties()) {
            Constraint<?> constraint = set.get(property).orElseThrow();
            if (hasValuesToChoose(property, constraint)) {
                Domain domain = narrowed.get(property).narrowedBy(property, constraint, advanced);
                if (domain.isEmpty()) {
                    return Optional.empty();
                }
                narrowed.put(property, domain);
            } else if (!FitnessDistance.satisfies(property, present(property), constraint, advanced)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Candidate(mode, fixed, narrowed));
    }

    /** The smallest distance that any dictionary of this candidate has from the basic set. */
    double distance(MediaTrackConstraintSet basic) {
        double sum = 0;
        for (ConstrainableProperty<?> property : basic.properties()) {
            Constraint<?> constraint = basic.get(property).orElseThrow();
            Optional<?> value = hasValuesToChoose(property, constraint)
                    ? Optional.of(domains.get(property).nearest(property, constraint, Optional.empty()))
                    : present(property);
            sum += FitnessDistance.of(property, value, constraint, false);
        }
        return sum;
    }

    /** The value that a control gets: nearest to the ideal, else nearest to what it is now. */
    Object choose(ConstrainableProperty<?> property, MediaTrackConstraintSet basic, MediaTrackSettings current) {
        Constraint<?> wish = basic.get(property)
                .<Constraint<?>>map(found -> found)
                .orElseGet(() -> Constraint.idealAnyOf(List.of()));
        return domains.get(property).nearest(property, wish, current.get(property));
    }

    private boolean hasValuesToChoose(ConstrainableProperty<?> property, Constraint<?> constraint) {
        return domains.containsKey(property) && constraint.presence().isEmpty();
    }

    private Optional<?> present(ConstrainableProperty<?> property) {
        return domains.containsKey(property) ? Optional.of(domains.get(property)) : fixed.get(property);
    }
}
