// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.image;

import java.util.Map;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.util.promise.Promise;

/**
 * Takes photos with the camera of a track and grabs frames of the track. Thread-safe. Any number of these on one track are
 * independent and legal (IC-19).
 *
 * <p>Every method fails its promise with InvalidStateError at once if the track has ended (IC-3). A photo and a frame may take
 * {@code deadline.photo} of the core's configuration, 10 s by default; then they fail with UnknownError. What is chained to a
 * promise runs on a thread that is neither the caller's nor the camera's; who blocks it delays only what else the track tells.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#imagecaptureapi">Image Capture: ImageCapture</a>
 */
@ProviderType
public interface ImageCapture {
    /**
     * The track that this was made for.
     *
     * @return the very object (IC-2)
     */
    MediaStreamTrack track();

    /**
     * Takes a photo as the camera is set, as {@code takePhoto(PhotoSettings.none())}.
     *
     * @return a promise of an image file
     */
    Promise<Blob> takePhoto();

    /**
     * Takes a photo: a complete image file of one exposure. Photos of a camera are taken in the order asked for. Where the
     * camera delivers JPEG the photo is what the camera sent, unchanged if it is a complete file, else made one. A size that
     * the stream does not have is taken in the nearest mode; the stream pauses meanwhile, with mute and unmute, and goes on as
     * before (IC-5, IC-6).
     *
     * <p>The promise fails with NotSupportedError if the settings ask for what the camera does not have (IC-9), or for a type
     * that no codec here makes, and with UnknownError if no photo could be completed, also when the track was stopped meanwhile (IC-4). A size outside the
     * capabilities is refused once this object has answered {@link #getPhotoCapabilities()}, and moved to the nearest before
     * . A photo of a muted track waits, at most until its deadline; of a disabled track it is taken, and a camera that was
     * released is opened for it (IC-10).
     *
     * @param settings wishes for this photo; they do not change the track (IC-6)
     * @return a promise of an image file
     */
    Promise<Blob> takePhoto(PhotoSettings settings);

    /**
     * As {@link #takePhoto(PhotoSettings)}, with the dictionary as a map; what cannot be converted fails the promise with
     * {@link IllegalArgumentException} (IDL-1, IDL-4).
     *
     * @param settings as {@link PhotoSettings#fromMap} takes them
     * @return a promise of an image file
     */
    Promise<Blob> takePhoto(Map<String, ?> settings);

    /**
     * What the camera can do for a photo (IC-11).
     *
     * <p>The promise fails with OperationError if that cannot be told, also when the track was stopped meanwhile (IC-13).
     *
     * @return a promise of the capabilities; sizes in pixels
     */
    Promise<PhotoCapabilities> getPhotoCapabilities();

    /**
     * How the camera would take a photo at present (IC-12).
     *
     * <p>The promise fails with OperationError if that cannot be told, also when the track was stopped meanwhile (IC-13).
     *
     * @return a promise of the settings; sizes in pixels
     */
    Promise<PhotoSettings> getPhotoSettings();

    /**
     * Grabs the next frame of the track (IC-14, IC-15), uncompressed, in the track's size. Concurrent calls may share a frame.
     *
     * <p>The promise fails with InvalidStateError at once if the track is disabled, and with UnknownError if no frame
     * comes in time or the track was stopped meanwhile (IC-13).
     *
     * @return a promise of the frame; who gets it closes it
     */
    Promise<ImageBitmap> grabFrame();
}
