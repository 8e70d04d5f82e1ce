// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:enable} switches a track on. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "enable")
@Descriptor("switches a track on")
public final class EnableCommand implements Function {
    private static final Usage USAGE = new Usage("enable", "TRACK");

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
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> enable(call.only("TRACK")));
    }

    /**
     * Switches a track on.
     *
     * @param track what {@code camera:open} answered, or its name
     * @return a line that says so
     */
    @Descriptor("switches a track on: its pictures are those of the camera again")
    public Line enable(@Descriptor("TRACK, such as t1 or $t") Object track) {
        OpenTrack open = tracks.require(track);
        open.track().setEnabled(true);
        return new Line(open.name() + "  enabled");
    }
}
