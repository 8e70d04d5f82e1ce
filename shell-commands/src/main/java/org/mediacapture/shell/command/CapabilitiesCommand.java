// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Numbers;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaStreamTrack;
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
        MediaStreamTrack open = tracks.require(track).track();
        MediaTrackCapabilities capabilities = open.getCapabilities();
        return json
                ? new JsonDocument(capabilities.toMap())
                : table(capabilities, open.getSettings().toMap());
    }

    private static Table table(MediaTrackCapabilities capabilities, Map<String, Object> settings) {
        return new Table(
                List.of("PROPERTY", "NOW", "MIN", "MAX, OR CHOICES", "UNIT"),
                capabilities.properties().stream()
                        .map(property -> row(
                                property,
                                capabilities
                                        .get(property)
                                        .map(Capability::toValue)
                                        .orElse(""),
                                settings.getOrDefault(property.name(), "")))
                        .toList(),
                "the camera tells of no capabilities");
    }

    private static List<String> row(ConstrainableProperty<?> property, Object values, Object now) {
        boolean canChange = !CapabilityText.of(values).equals(String.valueOf(now)); // an identifier is long enough once
        return List.of(
                property.name(),
                canChange ? Numbers.shown(now) : "",
                CapabilityText.min(values),
                CapabilityText.rest(values, now),
                property.unit());
    }
}
