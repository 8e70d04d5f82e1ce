// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Objects;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A track that the shell holds, under its short name. Immutable; the track is not.
 *
 * @param name short name, such as "t1"
 * @param track the track
 * @param camera short name of its camera or microphone
 * @param provider name of the provider that served the camera when the track was opened; "" if it is not known, as with
 *     microphones
 */
public record OpenTrack(String name, MediaStreamTrack track, String camera, String provider) implements Printable {
    /** Makes an open track. */
    public OpenTrack {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(provider, "provider");
    }

    @Override
    public String text() {
        String format = TrackFormat.of(track.kind(), track.getSettings());
        return name + "  " + track.label() + (format.isEmpty() ? "" : "  " + format) + "  ("
                + (isVideo() ? "camera " : "microphone ") + camera
                + (provider.isEmpty() ? "" : ", provider " + provider) + ")";
    }

    /**
     * Whether the track carries pictures.
     *
     * @return false for sound
     */
    public boolean isVideo() {
        return track.kind() == MediaKind.VIDEO;
    }

    /**
     * The track, for what only pictures can be used for.
     *
     * @return the track
     * @throws MediaException with NotSupportedError if it carries sound (IC-1)
     */
    public MediaStreamTrack video() {
        if (!isVideo()) {
            throw new MediaException(
                    ErrorName.NOT_SUPPORTED,
                    name + " is an audio track; a video track is accepted, camera:tracks lists them");
        }
        return track;
    }

    @Override
    public String toString() {
        return text();
    }
}
