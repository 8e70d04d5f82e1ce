// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:constraints} tells what was asked of a track. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "constraints",
        task = Task.TRACKS,
        examples = {"t = camera:open mock width=1280; camera:constraints $t"})
@Descriptor("tells the constraints of a track")
public final class ConstraintsCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(ConstraintsCommand.class);

    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public ConstraintsCommand(@Reference TrackRegistry tracks) {
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return constraints(call.json(), call.only("TRACK"));
    }

    /**
     * Tells the constraints.
     *
     * @param json whether to answer a JSON document in the shapes of the specification
     * @param track what {@code camera:open} answered, or its name
     * @return the constraints
     */
    @Descriptor("tells what camera:open or the last camera:apply asked of a track, with units")
    public Printable constraints(
            @Descriptor("answer a JSON document, as MediaTrackConstraints")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("TRACK: what camera:open answered, such as $t or t1") Object track) {
        MediaTrackConstraints constraints = tracks.require(track).track().getConstraints();
        return json ? new JsonDocument(constraints.toMap()) : ConstraintsTable.of(constraints);
    }
}
