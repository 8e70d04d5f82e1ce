// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.List;
import java.util.Objects;

/**
 * The frames of a camera and of its tracks. Immutable.
 *
 * @param camera short name of the camera
 * @param state what it is doing
 * @param frames the camera's own frames, whatever provider they came from
 * @param tracks its live tracks in all bundles, oldest first by bundle
 */
public record CameraStatistics(String camera, CameraState state, FrameStatistics frames, List<TrackStatistics> tracks) {
    /**
     * Makes statistics; the list is copied.
     *
     * @param camera short name of the camera
     * @param state what it is doing
     * @param frames the camera's own frames, whatever provider they came from
     * @param tracks its live tracks in all bundles, oldest first by bundle
     */
    public CameraStatistics {
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(frames, "frames");
        tracks = List.copyOf(tracks);
    }
}
