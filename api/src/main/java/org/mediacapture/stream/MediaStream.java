// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A group of tracks. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#mediastream">Media Capture and Streams: MediaStream</a>
 */
@ProviderType
public interface MediaStream {
    /**
     * The identifier of the stream.
     *
     * @return a UUID of 36 characters
     */
    String id();

    /**
     * All tracks (STR-6).
     *
     * @return a snapshot
     */
    List<MediaStreamTrack> getTracks();

    /**
     * The tracks that carry video (STR-6).
     *
     * @return a snapshot
     */
    List<MediaStreamTrack> getVideoTracks();

    /**
     * Whether at least one track has not ended (STR-2).
     *
     * @return true while a track is live
     */
    boolean isActive();
}
