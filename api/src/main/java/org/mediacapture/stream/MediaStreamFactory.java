// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The constructors of {@link MediaStream}, as a service (STR-1). Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-mediastream-constructor">Media Capture and Streams: new
 *     MediaStream()</a>
 */
@ProviderType
public interface MediaStreamFactory {
    /**
     * Makes an empty stream: {@code new MediaStream()}.
     *
     * @return the stream
     */
    MediaStream create();

    /**
     * Makes a stream that shares the tracks of another: {@code new MediaStream(stream)}.
     *
     * @param stream whose present tracks to share; they are not cloned
     * @return the stream
     */
    MediaStream create(MediaStream stream);

    /**
     * Makes a stream of tracks: {@code new MediaStream(tracks)}. One that stands there twice is taken once; ended ones are
     * accepted.
     *
     * @param tracks the tracks
     * @return the stream
     */
    MediaStream create(Collection<? extends MediaStreamTrack> tracks);
}
