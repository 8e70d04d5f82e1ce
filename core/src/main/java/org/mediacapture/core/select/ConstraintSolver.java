// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.provider.VideoMode;

/**
 * SelectSettings (CM-10) over the modes and controls of one camera. Pure functions.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dfn-selectsettings">Media Capture and Streams: SelectSettings</a>
 */
public final class ConstraintSolver {
    private ConstraintSolver() {}

    /**
     * Selects settings.
     *
     * @param space what the camera can be set to
     * @param current what it is set to now; it is kept where the constraints leave the choice
     * @param constraints what is asked
     * @param admissible the modes that others who use the camera agree to (RES-6)
     * @return the best settings
     * @throws OverconstrainedException if no settings meet the required constraints
     */
    public static Selection select(
            CameraSpace space, Current current, MediaTrackConstraints constraints, Predicate<VideoMode> admissible) {
        MediaTrackConstraintSet basic = forVideo(constraints.basic());
        List<Candidate> candidates = space.modes().stream()
                .filter(admissible)
                .map(mode -> Candidate.of(space, mode))
                .flatMap(candidate -> candidate.narrowedBy(basic, false).stream())
                .toList();
        if (candidates.isEmpty()) {
            throw overconstrained(space, basic, admissible);
        }
        for (MediaTrackConstraintSet advanced : constraints.advanced()) {
            candidates = narrowed(candidates, forVideo(advanced));
        }
        Candidate best = candidates.stream()
                .min(Comparator.<Candidate>comparingDouble(candidate -> candidate.distance(basic))
                        .thenComparing(candidate -> !current.isMode(candidate.mode()))
                        .thenComparingDouble(candidate -> Defaults.distance(candidate.mode())))
                .orElseThrow();
        return new Selection(best.mode(), controls(best, constraints, current.controls()), best.distance(basic));
    }

    /** Whether a mode of a camera satisfies what the constraints require. */
    public static boolean accepts(CameraSpace space, VideoMode mode, MediaTrackConstraints constraints) {
        return Candidate.of(space, mode)
                .narrowedBy(forVideo(constraints.basic()), false)
                .isPresent();
    }

    private static List<Candidate> narrowed(List<Candidate> candidates, MediaTrackConstraintSet advanced) {
        List<Candidate> satisfying = candidates.stream()
                .flatMap(candidate -> candidate.narrowedBy(advanced, true).stream())
                .toList();
        return satisfying.isEmpty() ? candidates : satisfying;
    }

    private static MediaTrackSettings controls(
            Candidate best, MediaTrackConstraints constraints, MediaTrackSettings current) {
        List<ConstrainableProperty<?>> constrained = new ArrayList<>(Stream.concat(
                        Stream.of(constraints.basic()), constraints.advanced().stream())
                .flatMap(set -> set.properties().stream()
                        .filter(property ->
                                set.get(property).orElseThrow().presence().isEmpty()))
                .filter(best.domains()::containsKey)
                .distinct()
                .toList());
        constrained.sort(Comparator.comparing(property -> property.dependsOn().isPresent())); // modes first: PX-27
        MediaTrackSettings.Builder controls = MediaTrackSettings.builder();
        for (ConstrainableProperty<?> property : constrained) {
            controls.convert(property, best.choose(property, constraints.basic(), current));
        }
        return controls.build();
    }

    /** The failure that names a required constraint which no settings meet, or none for a mere combination (CM-17). */
    private static OverconstrainedException overconstrained(
            CameraSpace space, MediaTrackConstraintSet basic, Predicate<VideoMode> admissible) {
        Optional<ConstrainableProperty<?>> failed = basic.properties().stream()
                .filter(property -> space.modes().stream()
                        .filter(admissible)
                        .map(mode -> Candidate.of(space, mode))
                        .noneMatch(candidate -> candidate
                                .narrowedBy(only(property, basic), false)
                                .isPresent()))
                .findFirst();
        String name = failed.map(ConstrainableProperty::name).orElse("");
        Object asked = failed.<Object>map(property -> only(property, basic)).orElse(basic);
        Object offered = failed.flatMap(property -> space.capabilities().get(property))
                .<Object>map(capability -> capability.toValue())
                .orElse(failed.isPresent() ? "no such property" : "modes " + space.modes());
        return new OverconstrainedException(name, "asked for " + asked + ", the camera offers " + offered);
    }

    private static MediaTrackConstraintSet only(ConstrainableProperty<?> property, MediaTrackConstraintSet set) {
        return MediaTrackConstraintSet.builder().with(property, set).build();
    }

    /** Leaves out what is not defined for video (GUM-6, CM-18), and what asks for nothing (CM-5). */
    private static MediaTrackConstraintSet forVideo(MediaTrackConstraintSet set) {
        MediaTrackConstraintSet.Builder video = MediaTrackConstraintSet.builder();
        set.properties().stream()
                .filter(property -> property.media().contains(MediaKind.VIDEO))
                .filter(property -> !set.get(property).map(Constraint::isEmpty).orElse(true))
                .forEach(property -> video.with(property, set));
        return video.build();
    }
}
