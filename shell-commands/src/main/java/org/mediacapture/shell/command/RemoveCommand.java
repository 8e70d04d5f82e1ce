// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.CameraRemoval;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:remove} removes a camera that {@code camera:add} added. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "remove")
@Descriptor("removes a network or file camera")
public final class RemoveCommand implements Function {
    private static final Usage USAGE = new Usage("remove", "NAME");

    private final CameraRemoval removal;

    /**
     * Makes the command.
     *
     * @param configurations keeps the cameras
     * @param admin tells when the camera is gone
     */
    @Activate
    public RemoveCommand(@Reference ConfigurationAdmin configurations, @Reference CameraAdmin admin) {
        this(configurations, admin, Waits.STANDARD);
    }

    RemoveCommand(ConfigurationAdmin configurations, CameraAdmin admin, Waits waits) {
        this.removal = new CameraRemoval(new NetworkCameras(configurations), admin, waits);
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> remove(String.valueOf(call.only("NAME"))));
    }

    /**
     * Removes a camera.
     *
     * @param name its short name
     * @return a line that says so
     * @throws IOException if the configuration cannot be deleted
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("removes a camera that camera:add added")
    public Line remove(@Descriptor("NAME of the camera") String name) throws IOException, InterruptedException {
        return removal.remove(name);
    }
}
