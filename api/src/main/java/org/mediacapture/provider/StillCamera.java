// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.frame.Blob;
import org.osgi.annotation.versioning.ConsumerType;

/** The part of an open camera that takes photos by itself. The rules of {@link CameraSession} hold. */
@ConsumerType
public interface StillCamera {
    /**
     * What this camera can do for a photo.
     *
     * @return the capabilities
     */
    PhotoCapabilities capabilities();

    /**
     * How the camera would take a photo at present, for {@code getPhotoSettings()} (IC-12).
     *
     * @return a value for every member of {@link #capabilities()} that can be set
     * @throws CameraException if the camera does not answer
     */
    PhotoSettings settings() throws CameraException;

    /**
     * Takes one photo with a fresh exposure. The stream may pause meanwhile and goes on as before.
     *
     * @param settings wishes within {@link #capabilities()}; sizes are moved to the nearest that the camera has; type and
     *     quality may be ignored, the core makes of a JPEG what is wished
     * @return a complete image file, of the type that is wished or image/jpeg
     * @throws CameraException if no photo could be taken
     */
    Blob takePhoto(PhotoSettings settings) throws CameraException;
}
