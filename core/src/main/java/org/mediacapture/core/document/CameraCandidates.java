// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.mediacapture.constraint.ConstrainableProperty.DEVICE_ID;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.select.ConstraintSolver;

/** The cameras that meet constraints, the best first (GUM-8, GUM-12). Pure function. */
final class Candidates {
    private Candidates() {}

    /**
     * Orders the cameras that fit.
     *
     * @param cameras all cameras, the default one first
     * @param inherent each camera as the asking origin sees it
     * @param constraints what is asked
     * @throws OverconstrainedException if none fits; of several failures the one that names a property is told
     */
    static List<Camera> of(
            List<Camera> cameras, Function<Camera, MediaTrackSettings> inherent, MediaTrackConstraints constraints) {
        List<Ranked> fitting = new ArrayList<>();
        List<OverconstrainedException> failures = new ArrayList<>();
        for (Camera camera : cameras) {
            try {
                fitting.add(new Ranked(camera, distance(camera, inherent.apply(camera), constraints)));
            } catch (OverconstrainedException failure) {
                failures.add(failure);
            }
        }
        if (fitting.isEmpty()) {
            throw failures.stream()
                    .min(Comparator.comparing(failure -> failure.constraint().isEmpty()))
                    .orElseThrow();
        }
        fitting.sort(Comparator.comparingDouble(Ranked::distance));
        return fitting.stream().map(Ranked::camera).toList();
    }

    /** A camera whose modes are not known before it is opened is a candidate for all that its identity does not rule out. */
    private static double distance(Camera camera, MediaTrackSettings inherent, MediaTrackConstraints constraints) {
        CameraSpace space = camera.space(inherent);
        if (!space.modes().isEmpty()) {
            return ConstraintSolver.select(space, camera.source().view().current(), constraints, mode -> true)
                    .distance();
        }
        rejectOtherDevices(inherent, constraints.basic());
        return constraints.basic().properties().size();
    }

    private static void rejectOtherDevices(MediaTrackSettings inherent, MediaTrackConstraintSet basic) {
        Optional<String> id = inherent.get(DEVICE_ID);
        List<String> wanted = basic.get(DEVICE_ID).map(wish -> wish.exact()).orElse(List.of());
        if (!wanted.isEmpty() && id.filter(wanted::contains).isEmpty()) {
            throw new OverconstrainedException(DEVICE_ID.name(), "no camera has the id " + wanted);
        }
    }

    private record Ranked(Camera camera, double distance) {}
}
