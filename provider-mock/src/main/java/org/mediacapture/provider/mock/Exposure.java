// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.provider.CameraException;

/**
 * What a picture shows besides the scene. Immutable.
 *
 * @param elapsedNanos nanoseconds since the camera began to stream, 0 if it never did
 * @param frame the frame number
 * @param look what the controls do to the picture
 */
record Exposure(long elapsedNanos, long frame, Look look) {
    /** Exposes the sensor of an open camera. Confined to the camera's control queue. */
    interface Shutter {
        /** Takes a picture, or fails as the camera's faults say. */
        Exposure release() throws CameraException;

        /** Does nothing but fail if the session is closed. */
        void requireOpen() throws CameraException;
    }
}
