// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.stream.MediaStreamTrackState;

/**
 * A live track as the operator sees it. Immutable.
 *
 * @param id identifier of the track
 * @param camera short name of its camera
 * @param bundle symbolic name of the bundle that holds it
 * @param readyState live or ended
 * @param muted whether it delivers nothing at present
 * @param settings its present settings
 * @param delivered frames handed to consumers so far
 * @param discarded frames that consumers were too slow for
 */
public record TrackStatus(
        String id,
        String camera,
        String bundle,
        MediaStreamTrackState readyState,
        boolean muted,
        MediaTrackSettings settings,
        long delivered,
        long discarded) {
    /** Makes a status. */
    public TrackStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(readyState, "readyState");
        Objects.requireNonNull(settings, "settings");
    }
}
