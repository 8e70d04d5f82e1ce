// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.provider.CameraException;

/**
 * What a picture shows besides the scene. Immutable.
 *
 * @param elapsedNanos nanoseconds since the camera began to stream, 0 if it never did
 * @param frame the frame number
 * @param values where the controls are
 */
record Exposure(long elapsedNanos, long frame, ControlValues values) {
    /** Exposes the sensor of an open camera. */
    interface Shutter {
        Exposure release() throws CameraException;
    }
}
