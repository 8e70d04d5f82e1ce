// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamFactory;
import org.mediacapture.stream.MediaStreamTrack;

/** Makes streams (STR-1). Thread-safe. */
public final class TrackStreams implements MediaStreamFactory {
    @Override
    public MediaStream create() {
        return new TrackStream(List.of());
    }

    @Override
    public MediaStream create(MediaStream stream) {
        return new TrackStream(Objects.requireNonNull(stream, "stream").getTracks());
    }

    @Override
    public MediaStream create(Collection<? extends MediaStreamTrack> tracks) {
        return new TrackStream(Objects.requireNonNull(tracks, "tracks"));
    }
}
