// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.select.Current;
import org.mediacapture.provider.VideoMode;

/**
 * What a source is like at a moment, for readers on any thread. Immutable.
 *
 * @param state what the camera is doing
 * @param cause why, or ""
 * @param inUse the offer through which it is open
 * @param modes the modes of the open camera, kept while it waits for a successor; empty when idle
 * @param controls what can be steered
 * @param mode the mode in which it streams
 * @param values the values of the controls
 * @param stills whether the camera takes photos by itself, apart from the stream
 */
public record SourceView(
        CameraState state,
        String cause,
        Optional<Offer> inUse,
        List<VideoMode> modes,
        MediaTrackCapabilities controls,
        Optional<VideoMode> mode,
        MediaTrackSettings values,
        boolean stills) {
    static final SourceView IDLE = new SourceView(
            CameraState.IDLE,
            "",
            Optional.empty(),
            List.of(),
            MediaTrackCapabilities.empty(),
            Optional.empty(),
            MediaTrackSettings.empty(),
            false);

    /** What the camera can be set to, as an origin sees it. */
    public CameraSpace space(MediaTrackSettings inherent) {
        return new CameraSpace(modes, controls, inherent);
    }

    /** What the camera is set to. */
    public Current current() {
        return new Current(mode, values);
    }

    /** The settings of a track, as its origin sees them. */
    public MediaTrackSettings settings(MediaTrackSettings inherent) {
        return mode.map(streaming -> space(inherent).fixed(streaming))
                .orElse(inherent)
                .with(values);
    }

    SourceView in(CameraState newState, String why) {
        return new SourceView(newState, why, inUse, modes, controls, mode, values, stills);
    }

    static SourceView opened(Offer offer, OpenCamera camera) {
        return new SourceView(
                CameraState.OPENING,
                "",
                Optional.of(offer),
                camera.modes(),
                camera.controls(),
                Optional.empty(),
                camera.settings(),
                camera.still().isPresent());
    }

    SourceView set(Optional<VideoMode> newMode, MediaTrackSettings newValues) {
        return new SourceView(state, cause, inUse, modes, controls, newMode, newValues, stills);
    }

    SourceView lost(String why) {
        return new SourceView(CameraState.LOST, why, Optional.empty(), modes, controls, mode, values, stills);
    }
}
