// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.stream.Stream;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PropertyPermission;

/** Whether constraints need the permission to move the camera. Pure function. */
public final class PanTiltZoom {
    private PanTiltZoom() {}

    /** Whether pan, tilt or zoom is constrained anywhere, other than by {@code false} (PTZ-1). */
    public static boolean isAskedFor(MediaTrackConstraints constraints) {
        return Stream.concat(Stream.of(constraints.basic()), constraints.advanced().stream())
                .anyMatch(PanTiltZoom::isAskedFor);
    }

    private static boolean isAskedFor(MediaTrackConstraintSet set) {
        return set.properties().stream()
                .filter(property -> property.permission() == PropertyPermission.PAN_TILT_ZOOM)
                .flatMap(property -> set.get(property).stream())
                .anyMatch(constraint ->
                        !constraint.isEmpty() && constraint.presence().orElse(true));
    }
}
