// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.time.Duration;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Promise;

/**
 * A track that pictures are taken of. Immutable; the track is not.
 *
 * @param name short name of the open track, or of the camera that was opened for it
 * @param track the track
 * @param capture takes pictures of it
 * @param patience how long a picture is waited for, beyond the deadlines of the camera
 * @param borrowed whether the track was open before, and stays open
 */
public record SourceTrack(
        String name, MediaStreamTrack track, ImageCapture capture, Duration patience, boolean borrowed)
        implements AutoCloseable {
    /**
     * What is asked of the camera.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Shot<T> {
        /**
         * Takes a picture, or asks about pictures.
         *
         * @param capture takes pictures of a video track
         * @return a promise of what comes of it
         */
        Promise<T> take(ImageCapture capture);
    }

    /**
     * The source on one line.
     *
     * @return for example "t1  Mock camera  640x480 @ 30 fps"
     */
    public String text() {
        return name + "  " + track.label() + "  " + TrackFormat.of(track.kind(), track.getSettings());
    }

    /**
     * Takes a picture.
     *
     * @param what what is waited for, for the message of a failure
     * @param shot takes the picture
     * @param late gets the picture if it comes when nobody waits for it any more, to give it back
     * @param <T> what comes of it
     * @return what came of it
     * @throws InterruptedException if the command was interrupted
     * @throws MediaException if it fails
     */
    public <T> T take(String what, Shot<T> shot, Consumer<T> late) throws InterruptedException {
        return Answer.of(shot.take(capture), patience, what, late::accept);
    }

    /** Closes the camera, if it was opened for this. */
    @Override
    public void close() {
        if (!borrowed) {
            track.stop();
        }
    }
}
