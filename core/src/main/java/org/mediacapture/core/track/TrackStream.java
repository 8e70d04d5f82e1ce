// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.List;
import java.util.UUID;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;

/** A stream of given tracks. Immutable. */
final class TrackStream implements MediaStream {
    private final String id = UUID.randomUUID().toString();
    private final List<MediaStreamTrack> tracks;

    TrackStream(List<? extends MediaStreamTrack> tracks) {
        this.tracks = List.copyOf(tracks);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<MediaStreamTrack> getTracks() {
        return tracks;
    }

    @Override
    public List<MediaStreamTrack> getVideoTracks() {
        return tracks.stream().filter(track -> track.kind() == MediaKind.VIDEO).toList();
    }

    @Override
    public boolean isActive() {
        return tracks.stream().anyMatch(track -> track.readyState() == MediaStreamTrackState.LIVE);
    }
}
