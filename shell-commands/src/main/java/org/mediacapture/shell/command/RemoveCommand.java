// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.CameraRemoval;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:remove} removes a camera that {@code camera:add} added. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "remove",
        task = Task.CAMERAS,
        examples = {"camera:add \"lavfi:testsrc2=size=640x360:rate=25\" name=pattern; camera:remove pattern"})
@Descriptor("removes a network or file camera")
public final class RemoveCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(RemoveCommand.class);

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
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return remove(String.valueOf(call.only("NAME")));
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
    public Line remove(@Descriptor("NAME: the short name of the camera") String name)
            throws IOException, InterruptedException {
        return removal.remove(name);
    }
}
