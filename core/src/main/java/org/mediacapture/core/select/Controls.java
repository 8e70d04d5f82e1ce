// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackSettings;

/**
 * All values that the controls of a device may still have, a {@link Domain} for each, beside what is inherent. The controls
 * are the same in every mode, and each is independent of the others, so that one of these goes with all candidates. What
 * settles the pictures ({@link Output#PROPERTIES}) is left to those. Immutable.
 */
record Controls(Map<ConstrainableProperty<?>, Domain> domains, MediaTrackSettings inherent) {
    private static final Constraint<?> NO_WISH = Constraint.idealAnyOf(List.of());

    static Controls of(MediaTrackCapabilities capabilities, MediaTrackSettings inherent) {
        Map<ConstrainableProperty<?>, Domain> domains = new LinkedHashMap<>();
        for (ConstrainableProperty<?> property : capabilities.properties()) {
            if (!property.inherent()) { // its setting is one of its capabilities (RES-7), and cannot be chosen (CM-15)
                domains.put(property, Domain.of(capabilities.get(property).orElseThrow()));
            }
        }
        return new Controls(domains, inherent);
    }

    /** The values that other tracks on the device do not rule out (RES-6); what they require against each other is kept. */
    Controls agreedBy(List<OtherTrack> others) {
        Map<ConstrainableProperty<?>, Domain> agreed = new LinkedHashMap<>(domains);
        for (OtherTrack other : others) {
            MediaTrackConstraintSet basic = other.asked().basic();
            for (ConstrainableProperty<?> property : basic.properties()) {
                Constraint<?> constraint = basic.get(property).orElseThrow();
                agreed.computeIfPresent(property, (same, domain) -> {
                    Domain narrowed = domain.narrowedBy(property, constraint, false);
                    return narrowed.isEmpty() ? domain : narrowed;
                });
            }
        }
        return new Controls(agreed, inherent);
    }

    /** The values that satisfy what a set requires, or empty if some property has none. */
    Optional<Controls> narrowedBy(MediaTrackConstraintSet set, boolean advanced) {
        Map<ConstrainableProperty<?>, Domain> changes = new LinkedHashMap<>();
        for (ConstrainableProperty<?> property : set.properties()) {
            Constraint<?> constraint = set.get(property).orElseThrow();
            Domain domain = domains.get(property);
            if (domain != null && constraint.presence().isEmpty()) {
                Domain narrowed = domain.narrowedBy(property, constraint, advanced);
                if (narrowed.isEmpty()) {
                    return Optional.empty();
                }
                if (narrowed != domain) {
                    changes.put(property, narrowed);
                }
            } else if (!isSatisfiedAsItIs(property, constraint, advanced)) {
                return Optional.empty();
            }
        }
        return Optional.of(with(changes));
    }

    /** The smallest distance from the basic set that values of these have. */
    double distance(MediaTrackConstraintSet basic) {
        double sum = 0;
        for (ConstrainableProperty<?> property : basic.properties()) {
            if (!Output.PROPERTIES.contains(property)) {
                sum += distance(property, basic.get(property).orElseThrow());
            }
        }
        return sum;
    }

    /** The values that are nearest to the basic set, else to what is preferred; modes before what depends on them (PX-27). */
    MediaTrackSettings chosen(
            Collection<ConstrainableProperty<?>> properties,
            MediaTrackConstraintSet basic,
            MediaTrackSettings preferred) {
        List<ConstrainableProperty<?>> ordered = new ArrayList<>(properties);
        ordered.sort(Comparator.comparing(property -> property.dependsOn().isPresent()));
        MediaTrackSettings.Builder chosen = MediaTrackSettings.builder();
        for (ConstrainableProperty<?> property : ordered) {
            Constraint<?> wish =
                    basic.get(property).<Constraint<?>>map(found -> found).orElse(NO_WISH);
            Optional<?> usual = preferred.get(property).isPresent() ? preferred.get(property) : Defaults.of(property);
            chosen.convert(property, domains.get(property).nearest(property, wish, usual));
        }
        return chosen.build();
    }

    /** The properties that some sets constrain and that have a value to choose; that something be there moves nothing. */
    Set<ConstrainableProperty<?>> constrainedBy(List<MediaTrackConstraintSet> sets) {
        Set<ConstrainableProperty<?>> constrained = new LinkedHashSet<>();
        for (MediaTrackConstraintSet set : sets) {
            for (ConstrainableProperty<?> property : set.properties()) {
                boolean moves = set.get(property).orElseThrow().presence().isEmpty();
                if (moves && domains.containsKey(property)) {
                    constrained.add(property);
                }
            }
        }
        return constrained;
    }

    private double distance(ConstrainableProperty<?> property, Constraint<?> constraint) {
        Domain domain = domains.get(property);
        Optional<?> value = domain == null || constraint.presence().isPresent()
                ? asItIs(property)
                : Optional.of(domain.nearest(property, constraint, Optional.empty()));
        return FitnessDistance.of(property, value, constraint, false);
    }

    private boolean isSatisfiedAsItIs(ConstrainableProperty<?> property, Constraint<?> constraint, boolean advanced) {
        return Output.PROPERTIES.contains(property)
                || FitnessDistance.satisfies(property, asItIs(property), constraint, advanced);
    }

    /** The inherent value, or anything that tells that the property is there. */
    private Optional<?> asItIs(ConstrainableProperty<?> property) {
        return domains.containsKey(property) ? Optional.of(domains.get(property)) : inherent.get(property);
    }

    private Controls with(Map<ConstrainableProperty<?>, Domain> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<ConstrainableProperty<?>, Domain> changed = new LinkedHashMap<>(domains);
        changed.putAll(changes);
        return new Controls(changed, inherent);
    }
}
