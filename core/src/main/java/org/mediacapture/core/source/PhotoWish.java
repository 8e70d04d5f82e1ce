// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;

/** What is wished of a photo, before it is known which provider will take it (HS-4). Thread-safe. */
@FunctionalInterface
public interface PhotoWish {
    /**
     * The settings for a camera.
     *
     * @param camera what the camera can do
     * @throws org.mediacapture.constraint.MediaException with NotSupportedError if it cannot do what is wished (IC-9)
     */
    PhotoSettings of(PhotoCapabilities camera);
}
