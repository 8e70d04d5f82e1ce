// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import org.mediacapture.core.select.Output;

/** What a track told about itself at a moment, to tell it when that has changed (OC-2). Immutable. */
record SeenTrack(SourceTrack track, SourceView camera, Perspective perspective, Output output) {
    static List<SeenTrack> of(List<SourceTrack> tracks, SourceView camera) {
        return tracks.stream()
                .map(track -> new SeenTrack(track, camera, track.perspective(), track.output()))
                .toList();
    }

    /** Tells the track if its settings or capabilities are others now. */
    void tellChange(SourceView now, String cause) {
        if (hasOtherSettings(now) || hasOtherCapabilities(now)) {
            track.configurationChanged(cause);
        }
    }

    /** What automatic modes chose is in the values of the controls, so that the rest is seldom compared. */
    private boolean hasOtherSettings(SourceView now) {
        Perspective perspectiveNow = track.perspective();
        return !perspective.visible(camera.values()).equals(perspectiveNow.visible(now.values()))
                || !camera.settings(perspective, output).equals(now.settings(perspectiveNow, track.output()));
    }

    /** Cameras whose automatic modes move tell so all the time, and seldom that they can do something else. */
    private boolean hasOtherCapabilities(SourceView now) {
        boolean same = camera.modes().equals(now.modes())
                && camera.controls().equals(now.controls())
                && perspective.equals(track.perspective());
        return !same
                && !camera.space(perspective)
                        .capabilities()
                        .equals(now.space(track.perspective()).capabilities());
    }
}
