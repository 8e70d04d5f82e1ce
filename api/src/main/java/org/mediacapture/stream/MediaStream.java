// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A group of tracks, made by {@link MediaDevices#getUserMedia} or {@link MediaStreamFactory}. Thread-safe.
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
     * The tracks that carry sound (STR-6).
     *
     * @return a snapshot
     */
    List<MediaStreamTrack> getAudioTracks();

    /**
     * The tracks that carry video (STR-6).
     *
     * @return a snapshot
     */
    List<MediaStreamTrack> getVideoTracks();

    /**
     * All tracks (STR-6).
     *
     * @return a snapshot
     */
    List<MediaStreamTrack> getTracks();

    /**
     * The track with an identifier (STR-6).
     *
     * @param trackId the identifier
     * @return the track, or empty if the stream has none with it
     */
    Optional<MediaStreamTrack> getTrackById(String trackId);

    /**
     * Adds a track, without an event; does nothing if it is there already (STR-3, STR-4). Ended tracks are accepted.
     *
     * @param track the track
     */
    void addTrack(MediaStreamTrack track);

    /**
     * Removes a track, without an event; does nothing if it is not there (STR-3, STR-4). The track is not stopped (TRK-7).
     *
     * @param track the track
     */
    void removeTrack(MediaStreamTrack track);

    /**
     * Makes a stream with clones of all tracks, ended ones too (STR-5).
     *
     * @return a new stream with an identifier of its own
     */
    MediaStream clone();

    /**
     * Whether at least one track has not ended (STR-2).
     *
     * @return true while a track is live
     */
    boolean isActive();

    /**
     * Listens to tracks that are added or removed by somebody else than the holder of the stream. No such change happens in
     * this framework at present, so that none of these events fires; the method is there as the specification has it (STR-4).
     *
     * @param type what to listen to
     * @param listener what to call
     * @return the registration; closing it ends it
     */
    Registration addEventListener(MediaStreamTrackEvent.Type type, Consumer<MediaStreamTrackEvent> listener);
}
