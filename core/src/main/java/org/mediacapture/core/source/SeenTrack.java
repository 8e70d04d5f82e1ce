// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.List;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;

/** What a track told about itself at a moment, to tell it when that has changed (OC-2). Immutable. */
record SeenTrack(SourceTrack track, MediaTrackSettings settings, MediaTrackCapabilities capabilities) {
    static List<SeenTrack> of(List<SourceTrack> tracks, SourceView camera) {
        return tracks.stream()
                .map(track -> new SeenTrack(track, settings(track, camera), capabilities(track, camera)))
                .toList();
    }

    /** Tells the track if its settings or capabilities are others now. */
    void tellChange(SourceView now, String cause) {
        if (!settings.equals(settings(track, now)) || !capabilities.equals(capabilities(track, now))) {
            track.configurationChanged(cause);
        }
    }

    private static MediaTrackSettings settings(SourceTrack track, SourceView camera) {
        return camera.settings(track.perspective(), track.output());
    }

    private static MediaTrackCapabilities capabilities(SourceTrack track, SourceView camera) {
        return camera.space(track.perspective()).capabilities();
    }
}
