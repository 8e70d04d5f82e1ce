// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.image;

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
 * <p>Every method fails its promise with InvalidStateError at once if the track has ended (IC-3).
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
     * <p>The promise fails with NotSupportedError if the settings ask for what the camera does not have (IC-9), and with
     * UnknownError if no photo could be completed, also when the track was stopped meanwhile (IC-4).
     *
     * @param settings wishes for this photo; they do not change the track (IC-6)
     * @return a promise of an image file
     */
    Promise<Blob> takePhoto(PhotoSettings settings);

    /**
     * Grabs the next frame of the track (IC-14, IC-15), uncompressed, in the track's size. Concurrent calls may share a frame.
     *
     * <p>The promise fails with UnknownError if no frame comes in time or the track was stopped meanwhile.
     *
     * @return a promise of the frame; who gets it closes it
     */
    Promise<ImageBitmap> grabFrame();
}
