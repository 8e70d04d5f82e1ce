// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * Where pictures and answers about pictures come from: a track that is open, a camera that is opened for this one
 * purpose, or the best camera. Thread-safe.
 */
public final class PictureSource {
    private final TrackRegistry tracks;
    private final CameraDirectory cameras;
    private final CameraOpener opener;

    /**
     * What is done with the track.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Shot<T> {
        /**
         * Takes a picture, or asks about pictures.
         *
         * @param track a video track, not to be stopped
         * @return what came of it
         * @throws Exception if it fails
         */
        T take(MediaStreamTrack track) throws Exception;
    }

    /**
     * Makes a source.
     *
     * @param tracks the tracks that are open
     * @param cameras the cameras that there are
     * @param opener opens them
     */
    public PictureSource(TrackRegistry tracks, CameraDirectory cameras, CameraOpener opener) {
        this.tracks = tracks;
        this.cameras = cameras;
        this.opener = opener;
    }

    /**
     * Takes a picture.
     *
     * @param word a track, its name, or what names a camera; empty for the best camera
     * @param shot takes the picture
     * @param passedOver gets a line for each camera that could not be opened
     * @param <T> what comes of it
     * @return what came of it
     * @throws Exception if it fails
     */
    public <T> T take(Optional<Object> word, Shot<T> shot, Consumer<String> passedOver) throws Exception {
        if (word.isEmpty()) {
            return shotAndStopped(bestTrack(passedOver), shot);
        }
        Object named = word.get();
        Optional<OpenTrack> open = named instanceof OpenTrack || named instanceof OpenStream
                ? Optional.of(tracks.require(named))
                : tracks.find(String.valueOf(named));
        return open.isPresent()
                ? shot.take(open.get().video())
                : shotAndStopped(opener.openLargest(cameras.find(String.valueOf(named))), shot);
    }

    private static <T> T shotAndStopped(MediaStreamTrack track, Shot<T> shot) throws Exception {
        try {
            return shot.take(track);
        } finally {
            track.stop();
        }
    }

    private MediaStreamTrack bestTrack(Consumer<String> passedOver) throws InterruptedException {
        Iterator<CameraStatus> candidates = cameras.best().iterator();
        while (true) {
            CameraStatus camera = candidates.next();
            try {
                return opener.openLargest(camera);
            } catch (MediaException e) {
                // Not the camera but this bundle is refused: the next one would be, too.
                if (!candidates.hasNext() || e.error() == ErrorName.NOT_ALLOWED) {
                    throw e;
                }
                passedOver.accept("passed over " + camera.name() + " (" + camera.label() + "): " + e);
            }
        }
    }
}
