// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** The devices that meet constraints, the best first (GUM-8, GUM-12). Pure functions. */
final class CameraCandidates {
    private static final List<VideoMode> ANY_MODE = List.of(new VideoMode(1, 1, 1, PixelFormat.MJPEG));

    private CameraCandidates() {}

    /**
     * Orders the cameras that fit.
     *
     * @param cameras all cameras, the default one first
     * @param perspectives each camera as the asking document sees it
     * @param constraints what is asked
     * @throws OverconstrainedException if none fits; a property is named only if it fails on every camera (CM-17)
     */
    static List<Camera> of(
            List<Camera> cameras, Function<Camera, Perspective> perspectives, MediaTrackConstraints constraints) {
        return bestFirst(cameras, constraints, (camera, asked) -> distance(camera, perspectives.apply(camera), asked));
    }

    /**
     * Orders devices by a distance.
     *
     * @param distance throws OverconstrainedException for a device that does not fit
     */
    static <D> List<D> bestFirst(List<D> devices, MediaTrackConstraints constraints, Distance<D> distance) {
        List<Ranked<D>> fitting = new ArrayList<>();
        String said = "";
        for (D device : devices) {
            try {
                fitting.add(new Ranked<>(device, distance.of(device, constraints)));
            } catch (OverconstrainedException failure) {
                said = said.isEmpty() ? failure.getMessage() : said + "; " + failure.getMessage();
            }
        }
        if (fitting.isEmpty()) {
            throw new OverconstrainedException(failedOnAll(devices, constraints.basic(), distance), said);
        }
        fitting.sort(Comparator.comparingDouble(Ranked::distance));
        return fitting.stream().map(Ranked::device).toList();
    }

    /**
     * The name of a required constraint that no device can meet even alone, or "" where only the combination fails (CM-17); what
     * is not required can be met by all. A required resizeMode comes first and narrows the rest.
     */
    private static <D> String failedOnAll(List<D> devices, MediaTrackConstraintSet basic, Distance<D> distance) {
        return basic.properties().stream()
                .sorted(Comparator.comparing(property -> !property.equals(RESIZE_MODE)))
                .filter(property ->
                        devices.stream().noneMatch(device -> fits(device, alone(property, basic), distance)))
                .map(ConstrainableProperty::name)
                .findFirst()
                .orElse("");
    }

    private static MediaTrackConstraints alone(ConstrainableProperty<?> property, MediaTrackConstraintSet basic) {
        MediaTrackConstraintSet set = MediaTrackConstraintSet.builder()
                .with(property, basic)
                .with(RESIZE_MODE, basic)
                .build();
        return new MediaTrackConstraints(set, List.of());
    }

    private static <D> boolean fits(D device, MediaTrackConstraints constraints, Distance<D> distance) {
        try {
            distance.of(device, constraints);
            return true;
        } catch (OverconstrainedException failure) {
            return false;
        }
    }

    /** A camera whose modes are not known before it is opened is a candidate for all that its identity does not rule out. */
    private static double distance(Camera camera, Perspective perspective, MediaTrackConstraints constraints) {
        CameraSpace space = camera.space(perspective);
        if (!space.modes().isEmpty()) {
            return ConstraintSolver.select(
                            space, camera.source().view().current(Optional.empty()), constraints, List.of())
                    .distance();
        }
        MediaTrackConstraintSet basic = constraints.basic();
        long unknown = basic.properties().stream()
                .filter(property -> !property.inherent())
                .count();
        CameraSpace identity = new CameraSpace(ANY_MODE, MediaTrackCapabilities.empty(), perspective.inherent());
        return ConstraintSolver.select(identity, Current.NONE, inherent(basic), List.of())
                        .distance()
                + unknown;
    }

    private static MediaTrackConstraints inherent(MediaTrackConstraintSet basic) {
        MediaTrackConstraintSet.Builder inherent = MediaTrackConstraintSet.builder();
        basic.properties().stream()
                .filter(ConstrainableProperty::inherent)
                .forEach(property -> inherent.with(property, basic));
        return new MediaTrackConstraints(inherent.build(), List.of());
    }

    /** How far a device is from constraints. */
    @FunctionalInterface
    interface Distance<D> {
        double of(D device, MediaTrackConstraints constraints);
    }

    private record Ranked<D>(D device, double distance) {}
}
