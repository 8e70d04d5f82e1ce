// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.image;

import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The constructor of {@link ImageCapture}, as a service. Thread-safe.
 *
 * @see <a href="https://www.w3.org/TR/image-capture/#dom-imagecapture-imagecapture">Image Capture: new ImageCapture()</a>
 */
@ProviderType
public interface ImageCaptureFactory {
    /**
     * Makes an ImageCapture: {@code new ImageCapture(track)} of the specification (IC-1). An ended or muted track is accepted.
     *
     * @param track a video track that came from {@link org.mediacapture.stream.MediaDevices}
     * @return the ImageCapture
     * @throws org.mediacapture.constraint.MediaException with NotSupportedError if the track's kind is not video
     * @throws IllegalArgumentException if the track is not one of this framework's
     */
    ImageCapture create(MediaStreamTrack track);
}
