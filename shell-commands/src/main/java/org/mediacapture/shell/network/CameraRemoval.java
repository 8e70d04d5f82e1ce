// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.network;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.camera.CameraChanges;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.output.Line;
import org.osgi.service.cm.Configuration;

/** Removes network and file cameras, and waits until they are gone. Thread-safe. */
public final class CameraRemoval {
    private final NetworkCameras configured;
    private final CameraAdmin admin;
    private final Waits waits;

    /**
     * Makes the removal.
     *
     * @param configured the configurations
     * @param admin tells of the cameras
     * @param waits how long to wait for a camera to go
     */
    public CameraRemoval(NetworkCameras configured, CameraAdmin admin, Waits waits) {
        this.configured = configured;
        this.admin = admin;
        this.waits = waits;
    }

    /**
     * Removes a camera.
     *
     * @param name its short name
     * @return a line that says so
     * @throws IOException if the configuration cannot be deleted
     * @throws MediaException with NotFoundError if no camera was added under this name, with OperationError if it does not
     *     go in time
     * @throws InterruptedException if the command was interrupted
     */
    public Line remove(String name) throws IOException, InterruptedException {
        Configuration camera =
                configured.named(name).orElseThrow(() -> new MediaException(ErrorName.NOT_FOUND, missing(name)));
        camera.delete();
        new CameraChanges(admin)
                .await(
                        cameras -> Optional.of(name)
                                .filter(gone ->
                                        CameraChanges.named(cameras, gone).isEmpty()),
                        waits.registration())
                .orElseThrow(() -> new MediaException(
                        ErrorName.OPERATION,
                        name + ": is removed from the configuration, and still there after "
                                + waits.registration().toSeconds() + " s; camera:tracks tells who uses it"));
        return new Line(name + "  removed");
    }

    private String missing(String name) {
        List<String> names = configured.names();
        String which = CameraChanges.named(admin.cameras(), name).isPresent()
                ? "the camera \"" + name + "\" was not added by camera:add and cannot be removed"
                : "no camera was added as \"" + name + "\"";
        return which + "; " + (names.isEmpty() ? "there is none" : "added: " + String.join(", ", names));
    }
}
