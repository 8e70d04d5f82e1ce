// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSupportedConstraints;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaDevices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:supported} lists the constrainable properties that this framework knows. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "supported",
        task = Task.CAMERAS,
        examples = {"camera:supported"})
@Descriptor("lists the constrainable properties")
public final class SupportedCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(SupportedCommand.class);

    private final MediaDevices devices;

    /**
     * Makes the command.
     *
     * @param devices knows the properties
     */
    @Activate
    public SupportedCommand(@Reference MediaDevices devices) {
        this.devices = devices;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return supported(call.none().json());
    }

    /**
     * Lists the properties.
     *
     * @param json whether to answer a JSON document in the shapes of the specification
     * @return the properties
     */
    @Descriptor("lists the constrainable properties that are known here, whether a camera has them or not")
    public Printable supported(
            @Descriptor("answer a JSON document, as MediaTrackSupportedConstraints")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        MediaTrackSupportedConstraints supported = devices.getSupportedConstraints();
        if (json) {
            return new JsonDocument(supported.toMap());
        }
        return new Table(
                List.of("PROPERTY", "VALUE", "UNIT", "MEDIA"),
                supported.properties().stream().map(SupportedCommand::row).toList(),
                "there is no constrainable property");
    }

    private static List<String> row(ConstrainableProperty<?> property) {
        return List.of(
                property.name(),
                property.kind().toString(),
                property.unit(),
                property.media().stream().map(MediaKind::value).collect(Collectors.joining(", ")));
    }
}
