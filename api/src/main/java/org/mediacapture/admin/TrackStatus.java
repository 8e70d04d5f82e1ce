// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.Objects;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.stream.MediaStreamTrackState;

/**
 * A live track as the operator sees it. Immutable.
 *
 * @param id identifier of the track
 * @param kind video or audio
 * @param camera short name of its camera or microphone
 * @param bundle symbolic name of the bundle that holds it
 * @param origin the origin for which the bundle holds it: the bundle's own name, or that of a document it made
 * @param readyState live or ended
 * @param enabled whether it is switched on
 * @param muted whether it delivers nothing at present
 * @param settings its present settings
 * @param delivered frames handed to consumers so far
 * @param discarded frames that consumers were too slow for
 */
public record TrackStatus(
        String id,
        MediaKind kind,
        String camera,
        String bundle,
        String origin,
        MediaStreamTrackState readyState,
        boolean enabled,
        boolean muted,
        MediaTrackSettings settings,
        long delivered,
        long discarded) {
    /**
     * Makes a status.
     *
     * @param id identifier of the track
     * @param kind video or audio
     * @param camera short name of its camera or microphone
     * @param bundle symbolic name of the bundle that holds it
     * @param origin the origin for which the bundle holds it: the bundle's own name, or that of a document it made
     * @param readyState live or ended
     * @param enabled whether it is switched on
     * @param muted whether it delivers nothing at present
     * @param settings its present settings
     * @param delivered frames handed to consumers so far
     * @param discarded frames that consumers were too slow for
     */
    public TrackStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(readyState, "readyState");
        Objects.requireNonNull(settings, "settings");
    }
}
