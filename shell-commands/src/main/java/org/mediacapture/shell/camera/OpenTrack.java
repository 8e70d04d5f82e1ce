// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Objects;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A track that {@code camera:open} opened, under its short name. Immutable; the track is not.
 *
 * @param name short name, such as "t1"
 * @param track the track
 * @param camera short name of its camera
 * @param provider name of the provider that served the camera when the track was opened
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
        String format = PictureFormat.of(track.getSettings());
        return name + "  " + track.label() + (format.isEmpty() ? "" : "  " + format) + "  (camera " + camera
                + ", provider " + provider + ")";
    }

    @Override
    public String toString() {
        return text();
    }
}
