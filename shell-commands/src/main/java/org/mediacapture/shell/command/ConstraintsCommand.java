// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:constraints} tells what was asked of a track. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "constraints")
@Descriptor("tells the constraints of a track")
public final class ConstraintsCommand implements Function {
    private static final Usage USAGE = new Usage("constraints", "TRACK [--json]");

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
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> constraints(call.json(), call.only("TRACK")));
    }

    /**
     * Tells the constraints.
     *
     * @param json whether to answer a JSON document in the shapes of the specification
     * @param track what {@code camera:open} answered, or its name
     * @return the constraints
     */
    @Descriptor("tells the constraints of a track: what camera:open or the last camera:apply asked, with units")
    public Printable constraints(
            @Descriptor("answer a JSON document, as MediaTrackConstraints")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("TRACK, such as t1 or $t") Object track) {
        MediaTrackConstraints constraints = tracks.require(track).track().getConstraints();
        return json ? new JsonDocument(constraints.toMap()) : ConstraintsTable.of(constraints);
    }
}
