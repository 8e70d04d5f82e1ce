// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:capabilities} tells what the device of a track can do. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "capabilities",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:capabilities $t"})
@Descriptor("tells what the camera of a track can do")
public final class CapabilitiesCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(CapabilitiesCommand.class);

    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public CapabilitiesCommand(@Reference TrackRegistry tracks) {
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return capabilities(call.json(), call.only("TRACK"));
    }

    /**
     * Tells the capabilities.
     *
     * @param json whether to answer a JSON document in the shapes of the specification
     * @param track what {@code camera:open} answered, or its name
     * @return the capabilities
     */
    @Descriptor("tells what the camera of a track can do: ranges and choices, with units")
    public Printable capabilities(
            @Descriptor("answer a JSON document, as MediaTrackCapabilities")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("TRACK: what camera:open answered, such as $t or t1") Object track) {
        MediaTrackCapabilities capabilities = tracks.require(track).track().getCapabilities();
        if (json) {
            return new JsonDocument(capabilities.toMap());
        }
        return new Table(
                List.of("PROPERTY", "VALUES", "UNIT"),
                capabilities.properties().stream()
                        .map(property -> List.of(
                                property.name(),
                                capabilities
                                        .get(property)
                                        .map(capability -> CapabilityText.of(capability.toValue()))
                                        .orElse(""),
                                property.unit()))
                        .toList(),
                "the camera tells of no capabilities");
    }
}
