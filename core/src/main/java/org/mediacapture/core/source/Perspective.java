// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PropertyPermission;

/**
 * How a track sees its camera: what is unchangeable about it in the eyes of the track's origin, and whether pan, tilt and zoom
 * exist for it (PTZ-2). Immutable.
 *
 * @param inherent deviceId, groupId and facingMode as the origin sees them
 * @param panTiltZoom whether the origin may move the camera
 */
public record Perspective(MediaTrackSettings inherent, boolean panTiltZoom) {
    /** The controls that exist for the track. */
    public MediaTrackCapabilities visible(MediaTrackCapabilities controls) {
        if (panTiltZoom) {
            return controls;
        }
        MediaTrackCapabilities.Builder visible = MediaTrackCapabilities.builder();
        controls.properties().stream()
                .filter(Perspective::isVisible)
                .forEach(property ->
                        visible.with(property, controls.get(property).orElseThrow()));
        return visible.build();
    }

    /** The values that the track may see. */
    public MediaTrackSettings visible(MediaTrackSettings values) {
        if (panTiltZoom) {
            return values;
        }
        MediaTrackSettings.Builder visible = MediaTrackSettings.builder();
        values.properties().stream()
                .filter(Perspective::isVisible)
                .forEach(property ->
                        visible.convert(property, values.get(property).orElseThrow()));
        return visible.build();
    }

    /** Constraints without those that were met while the origin might move the camera, and are kept no longer (PTZ-2). */
    MediaTrackConstraints permitted(MediaTrackConstraints constraints) {
        if (panTiltZoom) {
            return constraints;
        }
        MediaTrackConstraintSet basic = constraints.basic();
        MediaTrackConstraintSet.Builder visible = MediaTrackConstraintSet.builder();
        basic.properties().stream().filter(Perspective::isVisible).forEach(property -> visible.with(property, basic));
        return new MediaTrackConstraints(visible.build(), constraints.advanced());
    }

    private static boolean isVisible(ConstrainableProperty<?> property) {
        return property.permission() != PropertyPermission.PAN_TILT_ZOOM;
    }
}
