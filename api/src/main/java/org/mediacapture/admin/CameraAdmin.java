// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.stream.Registration;
import org.osgi.annotation.versioning.ProviderType;

/** Cameras and tracks of the framework: a bundle-scoped service for operators. Thread-safe; answers are snapshots. */
@ProviderType
public interface CameraAdmin {
    /**
     * The cameras that there are, in the order of {@code enumerateDevices()}: local ones, then mock ones, then network and
     * file cameras.
     *
     * @return the cameras
     */
    List<CameraStatus> cameras();

    /**
     * The live tracks of all bundles, oldest first.
     *
     * @return the tracks
     */
    List<TrackStatus> tracks();

    /**
     * Listens to changes of {@link #cameras()}: a camera came, went, or changed its providers.
     *
     * @param listener called after each change, one call at a time, on a thread that neither steers nor reads a camera
     * @return the registration; closing it ends it
     */
    Registration addCameraListener(Runnable listener);

    /**
     * Listens to who is allowed or refused devices and who uses them, in all bundles.
     *
     * @param listener called for each event, one call at a time, in order; what it throws is logged
     * @return the registration; closing it ends it
     */
    Registration addUsageListener(Consumer<UsageEvent> listener);
}
