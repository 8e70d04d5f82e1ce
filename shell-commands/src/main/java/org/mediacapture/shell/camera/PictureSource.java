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
    public <T> T take(
            Optional<Object> word, String what, SourceTrack.Shot<T> shot, Consumer<T> late, Consumer<String> passedOver)
            throws InterruptedException {
        try (SourceTrack source = open(word, passedOver)) {
            return source.take(what, shot, late);
        }
    }

    /**
     * Opens a source for more than one picture.
     *
     * @param word a track, its name, or what names a camera; empty for the best camera
     * @param width a camera is opened in the mode of about this width in pixels
     * @param passedOver gets a line for each camera that could not be opened
     * @return the source; closing it closes a camera that was opened for it
     * @throws InterruptedException if the command was interrupted
     * @throws MediaException if it fails
     */
    public SourceTrack open(Optional<Object> word, long width, Consumer<String> passedOver)
            throws InterruptedException {
        return open(word, camera -> opener.openNear(camera, width), passedOver);
    }

    /**
     * Opens a source for more than one picture, a camera in its largest mode.
     *
     * @param word a track, its name, or what names a camera; empty for the best camera
     * @param passedOver gets a line for each camera that could not be opened
     * @return the source; closing it closes a camera that was opened for it
     * @throws InterruptedException if the command was interrupted
     * @throws MediaException if it fails
     */
    public SourceTrack open(Optional<Object> word, Consumer<String> passedOver) throws InterruptedException {
        return open(word, opener::openLargest, passedOver);
    }

    private SourceTrack open(Optional<Object> word, Opening opening, Consumer<String> passedOver)
            throws InterruptedException {
        if (word.isEmpty()) {
            return best(opening, passedOver);
        }
        Object named = word.get();
        Optional<OpenTrack> open = named instanceof OpenTrack || named instanceof OpenStream
                ? Optional.of(tracks.require(named))
                : tracks.find(String.valueOf(named));
        return open.isPresent() ? borrowed(open.get()) : opened(camera(String.valueOf(named)), opening);
    }

    private SourceTrack borrowed(OpenTrack open) {
        return new SourceTrack(open.name(), open.video(), capture(open.video()), waits.answer(), true);
    }

    private SourceTrack opened(CameraStatus camera, Opening opening) throws InterruptedException {
        MediaStreamTrack track = opening.open(camera);
        try {
            return new SourceTrack(camera.name(), track, captures.create(track), waits.answer(), false);
        } catch (RuntimeException e) {
            track.stop();
            throw e;
        }
    }

    /** One for the whole life of a track, since it knows what was asked before: sizes are checked against it. */
    private ImageCapture capture(MediaStreamTrack track) {
        ofTracks.keySet().removeIf(known -> tracks.all().stream().noneMatch(open -> open.track() == known));
        return ofTracks.computeIfAbsent(track, captures::create);
    }

    private CameraStatus camera(String name) throws InterruptedException {
        return cameras.find(name, "track or camera \"" + name + "\" not found; " + tracks.listed());
    }

    private SourceTrack best(Opening opening, Consumer<String> passedOver) throws InterruptedException {
        Iterator<CameraStatus> candidates = cameras.best().iterator();
        while (true) {
            CameraStatus camera = candidates.next();
            try {
                return opened(camera, opening);
            } catch (MediaException e) {
                // Not the camera but this bundle is refused: the next one would be, too.
                if (!candidates.hasNext() || e.error() == ErrorName.NOT_ALLOWED) {
                    throw e;
                }
                passedOver.accept("passed over " + camera.name() + " (" + camera.label() + "): " + e);
            }
        }
    }

    /** In which mode a camera is opened. */
    @FunctionalInterface
    private interface Opening {
        MediaStreamTrack open(CameraStatus camera) throws InterruptedException;
    }
}
