// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.select.Selection;
import org.mediacapture.provider.VideoMode;

/**
 * What a demand on a camera comes to: mode and controls of the camera, and what each of its tracks gets of it, so that no track
 * makes another violate its constraints (RES-6). Immutable.
 *
 * @param selection the mode, the controls, and the output of the track that asked
 * @param others what the other tracks get
 */
record Arrangement(Selection selection, List<Share> others) {
    /**
     * Selects.
     *
     * @param camera what the camera can do and does
     * @param perspective how the track that asks sees it
     * @param present what that track gets at present, or empty if it is new
     * @param constraints what it asks
     * @param others the other tracks
     * @throws org.mediacapture.constraint.OverconstrainedException if not all can be met
     */
    static Arrangement of(
            SourceView camera,
            Perspective perspective,
            Optional<Output> present,
            MediaTrackConstraints constraints,
            List<SourceTrack> others) {
        Selection selection = ConstraintSolver.select(
                camera.space(perspective),
                camera.current(present),
                constraints,
                others.stream().map(SourceTrack::demand).toList());
        return new Arrangement(selection, shares(selection.mode(), others));
    }

    /** What tracks get of a mode; one whose constraints it cannot meet gets all of it, since media goes on (OC-1). */
    static List<Share> shares(VideoMode mode, List<SourceTrack> tracks) {
        return tracks.stream()
                .map(track -> new Share(
                        track, ConstraintSolver.output(mode, track.demand()).orElseGet(() -> Output.of(mode))))
                .toList();
    }

    /** What one track gets. */
    record Share(SourceTrack track, Output output) {
        /** Gives it to the track. */
        void hand() {
            if (!track.output().equals(output)) {
                track.reshaped(output);
            }
        }
    }
}
