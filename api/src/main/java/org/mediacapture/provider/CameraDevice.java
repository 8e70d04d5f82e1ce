// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A camera that a provider can reach: a service, registered with the properties of {@link CameraProperties} while the
 * camera is there. Address, label, identity and facing are service properties; this interface has what only matters to
 * whoever opens it. Everything but {@link #open} is cheap, thread-safe, and does not touch the device.
 *
 * <p>A provider registers anew whenever the device behind an address changed.
 */
@ConsumerType
public interface CameraDevice {
    /**
     * The modes of the camera.
     *
     * @return the modes, the camera's default first; empty if they are not known before the camera is opened, as with
     *     network cameras. A provider keeps what it learned
     */
    List<VideoMode> modes();

    /**
     * What can be steered: every property besides size, rate and identity, with its range or choices.
     *
     * @return the controls; empty, as by default, if there are none or they are not known before the camera is opened
     */
    default MediaTrackCapabilities controls() {
        return MediaTrackCapabilities.empty();
    }

    /**
     * The physical device that this camera is part of, for {@code groupId}.
     *
     * @return a text that is equal for all devices of one physical device; empty, as by default, if it is the only one
     */
    default Optional<String> group() {
        return Optional.empty();
    }

    /**
     * Whether an open session keeps others out.
     *
     * @return true if the camera cannot be opened a second time while a session is open
     */
    boolean exclusive();

    /**
     * Opens the camera without starting the stream. Blocks; is cancelled by interrupting the thread.
     *
     * @param sink where the session reports; it may be called as soon as this method was entered
     * @return the open camera
     * @throws CameraException if it cannot be opened; the cause says why
     */
    CameraSession open(FrameSink sink) throws CameraException;
}
