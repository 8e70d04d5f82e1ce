// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:enable} switches a track on. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "enable",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:disable $t; camera:enable $t"})
@Descriptor("switches a track on")
public final class EnableCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(EnableCommand.class);

    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public EnableCommand(@Reference TrackRegistry tracks) {
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return enable(call.only("TRACK"));
    }

    /**
     * Switches a track on.
     *
     * @param track what {@code camera:open} answered, or its name
     * @return a line that says so
     */
    @Descriptor("switches a track on: its pictures are those of the camera again")
    public Line enable(@Descriptor("TRACK: what camera:open answered, such as $t or t1") Object track) {
        OpenTrack open = tracks.require(track);
        open.track().setEnabled(true);
        return new Line(open.name() + "  enabled");
    }
}
