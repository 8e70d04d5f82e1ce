// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import org.mediacapture.image.ImageCapture;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A track that pictures are taken of. Immutable; the track is not.
 *
 * @param name short name of the open track, or of the camera that was opened for it
 * @param track the track
 * @param capture takes pictures of it
 * @param borrowed whether the track was open before, and stays open
 */
public record SourceTrack(String name, MediaStreamTrack track, ImageCapture capture, boolean borrowed)
        implements AutoCloseable {
    /**
     * The source on one line.
     *
     * @return for example "t1  Mock camera  640x480 @ 30 fps"
     */
    public String text() {
        return name + "  " + track.label() + "  " + TrackFormat.of(track.kind(), track.getSettings());
    }

    /** Closes the camera, if it was opened for this. */
    @Override
    public void close() {
        if (!borrowed) {
            track.stop();
        }
    }
}
