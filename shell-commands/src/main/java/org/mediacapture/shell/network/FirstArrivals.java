// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.shell.camera.CameraChanges;
import org.mediacapture.shell.camera.Waits;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Lets the cameras that are configured arrive before the first list of cameras is made: after a start their provider may need a
 * moment. A camera that does not come in time is not waited for again. Thread-safe.
 */
public final class FirstArrivals {
    private final NetworkCameras configured;
    private final CameraChanges changes;
    private final Waits waits;
    private final AtomicBoolean awaited = new AtomicBoolean();

    /**
     * Makes the waiting.
     *
     * @param configurations where the cameras are configured
     * @param admin tells which cameras there are
     * @param waits how long
     */
    public FirstArrivals(ConfigurationAdmin configurations, CameraAdmin admin, Waits waits) {
        this.configured = new NetworkCameras(configurations);
        this.changes = new CameraChanges(admin);
        this.waits = waits;
    }

    /**
     * Waits, the first time, until all configured cameras are there.
     *
     * @throws InterruptedException if the command was interrupted
     */
    public void await() throws InterruptedException {
        if (awaited.compareAndSet(false, true)) {
            List<String> names = configured.names();
            changes.await(cameras -> Optional.of(cameras).filter(there -> hasAll(there, names)), waits.arrival());
        }
    }

    private static boolean hasAll(List<CameraStatus> cameras, List<String> names) {
        return names.stream()
                .allMatch(name -> CameraChanges.named(cameras, name).isPresent());
    }
}
