// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.promise.Promise;

/**
 * Where pictures and answers about pictures come from: a track that is open, a camera that is opened for this one
 * purpose, or the best camera. Thread-safe.
 */
@Component(service = PictureSource.class)
public final class PictureSource {
    private final TrackRegistry tracks;
    private final ImageCaptureFactory captures;
    private final CameraDirectory cameras;
    private final CameraOpener opener;
    private final Waits waits;
    private final Map<MediaStreamTrack, ImageCapture> ofTracks = new ConcurrentHashMap<>();

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
     * Makes a source.
     *
     * @param devices opens cameras
     * @param captures takes pictures
     * @param admin knows the cameras' names
     * @param configurations knows cameras that are still to come
     * @param tracks the tracks of the shell
     */
    @Activate
    public PictureSource(
            @Reference MediaDevices devices,
            @Reference ImageCaptureFactory captures,
            @Reference CameraAdmin admin,
            @Reference ConfigurationAdmin configurations,
            @Reference TrackRegistry tracks) {
        this(devices, captures, admin, configurations, tracks, Waits.STANDARD);
    }

    /**
     * Makes a source that waits otherwise.
     *
     * @param devices opens cameras
     * @param captures takes pictures
     * @param admin knows the cameras' names
     * @param configurations knows cameras that are still to come
     * @param tracks the tracks of the shell
     * @param waits how long it waits for what
     */
    public PictureSource(
            MediaDevices devices,
            ImageCaptureFactory captures,
            CameraAdmin admin,
            ConfigurationAdmin configurations,
            TrackRegistry tracks,
            Waits waits) {
        this.tracks = tracks;
        this.captures = captures;
        this.cameras = new CameraDirectory(admin, new NetworkCameras(configurations)::isConfigured, waits);
        this.opener = new CameraOpener(devices, waits);
        this.waits = waits;
    }

    /**
     * Whether a word is the name of something that pictures can come from.
     *
     * @param word the word
     * @return true for the short name or the identifier of a track or a camera, and the whole label of a camera
     */
    public boolean isNamed(String word) {
        return tracks.find(word).isPresent() || cameras.isNamed(word);
    }

    /**
     * Takes a picture.
     *
     * @param word a track, its name, or what names a camera; empty for the best camera
     * @param what what is waited for, for the message of a failure
     * @param shot takes the picture
     * @param late gets the picture if it comes when nobody waits for it any more, to give it back
     * @param passedOver gets a line for each camera that could not be opened
     * @param <T> what comes of it
     * @return what came of it
     * @throws InterruptedException if the command was interrupted
     * @throws MediaException if it fails
     */
    public <T> T take(Optional<Object> word, String what, Shot<T> shot, Consumer<T> late, Consumer<String> passedOver)
            throws InterruptedException {
        if (word.isEmpty()) {
            return shotAndStopped(bestTrack(passedOver), what, shot, late);
        }
        Object named = word.get();
        Optional<OpenTrack> open = named instanceof OpenTrack || named instanceof OpenStream
                ? Optional.of(tracks.require(named))
                : tracks.find(String.valueOf(named));
        return open.isPresent()
                ? shot(capture(open.get().video()), what, shot, late)
                : shotAndStopped(opener.openLargest(camera(String.valueOf(named))), what, shot, late);
    }

    private <T> T shotAndStopped(MediaStreamTrack track, String what, Shot<T> shot, Consumer<T> late)
            throws InterruptedException {
        try {
            return shot(captures.create(track), what, shot, late);
        } finally {
            track.stop();
        }
    }

    private <T> T shot(ImageCapture capture, String what, Shot<T> shot, Consumer<T> late) throws InterruptedException {
        return Answer.of(shot.take(capture), waits.answer(), what, late::accept);
    }

    /** One for the whole life of a track, since it knows what was asked before: sizes are checked against it. */
    private ImageCapture capture(MediaStreamTrack track) {
        ofTracks.keySet().removeIf(known -> tracks.all().stream().noneMatch(open -> open.track() == known));
        return ofTracks.computeIfAbsent(track, captures::create);
    }

    private CameraStatus camera(String name) throws InterruptedException {
        return cameras.find(name, "track or camera \"" + name + "\" not found; " + tracks.listed());
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
