// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Demand;
import org.mediacapture.core.select.Output;
import org.mediacapture.provider.VideoMode;

/** What one track gets of the camera's pictures, so that no track makes another violate its constraints (RES-6). Immutable. */
record Share(SourceTrack track, Output output) {
    /** What tracks get of a mode; one whose constraints it cannot meet gets what is near, since media goes on (OC-1). */
    static List<Share> of(VideoMode mode, List<SourceTrack> tracks) {
        Map<Demand, Output> outputs = new HashMap<>(); // many tracks often ask the same
        return tracks.stream()
                .map(track -> new Share(
                        track,
                        outputs.computeIfAbsent(
                                track.demand(), demand -> ConstraintSolver.outputAfterDrift(mode, demand))))
                .toList();
    }

    /** Gives it to the track. */
    void hand() {
        if (!track.output().equals(output)) {
            track.reshaped(output);
        }
    }
}
