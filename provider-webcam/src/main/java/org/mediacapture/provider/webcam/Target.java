// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.time.Duration;
import java.util.List;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.VideoMode;

/**
 * A camera to be opened. Immutable.
 *
 * @param address its address, without credentials
 * @param name its short name, for the capture thread
 * @param openDeadline how long opening may take
 * @param modes its modes, as far as they are known before it is opened
 * @param exclusive whether it can be opened only once
 */
record Target(String address, String name, Duration openDeadline, List<VideoMode> modes, boolean exclusive) {
    Target {
        modes = List.copyOf(modes);
    }

    /** The failure of a camera that is gone or closed. */
    CameraException lost(String what) {
        return new CameraException(Reason.LOST, address + ": " + what);
    }

    /** The failure of a camera that did not do what was asked. */
    CameraException failed(String what) {
        return new CameraException(Reason.FAILED, address + ": " + what);
    }
}
