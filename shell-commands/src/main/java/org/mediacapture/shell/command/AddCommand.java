// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.CurrentDirectory;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.console.TerminalPrompt;
import org.mediacapture.shell.network.CameraAddition;
import org.mediacapture.shell.network.NetworkCameraRequest;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.shell.network.PasswordPrompt;
import org.mediacapture.shell.network.PasswordSource;
import org.mediacapture.shell.network.SchemeProviders;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:add} adds a network or file camera. Thread-safe. */
@Component(service = org.apache.felix.service.command.Function.class)
@Command(
        function = "add",
        task = Task.CAMERAS,
        examples = {"camera:add \"lavfi:testsrc2=size=640x360:rate=25\" name=pattern"})
@Descriptor("adds a network or file camera")
public final class AddCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(AddCommand.class);

    private final CameraAddition addition;
    private final Function<CommandSession, PasswordPrompt> prompts;

    /**
     * Makes the command.
     *
     * @param context of this bundle, which knows the providers
     * @param configurations keeps the camera
     * @param admin tells when it is there
     */
    @Activate
    public AddCommand(
            BundleContext context, @Reference ConfigurationAdmin configurations, @Reference CameraAdmin admin) {
        this(configurations, admin, TerminalPrompt::of, new SchemeProviders(context), Waits.STANDARD);
    }

    AddCommand(
            ConfigurationAdmin configurations,
            CameraAdmin admin,
            Function<CommandSession, PasswordPrompt> prompts,
            Function<String, Set<String>> providers,
            Waits waits) {
        this.prompts = prompts;
        this.addition = new CameraAddition(new NetworkCameras(configurations), admin, providers, waits);
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return add(session, call.words());
    }

    /**
     * Adds a camera.
     *
     * @param session where relative file names begin, and who is asked for a password
     * @param words a URL and keys with values
     * @return name, label, address and providers of the camera
     * @throws IOException if it cannot be stored
     * @throws InterruptedException if the command was interrupted; nothing is then added
     */
    @Descriptor("adds a network or file camera, until camera:remove removes it")
    public Line add(
            CommandSession session,
            @Descriptor(
                            "URL [key=value...]: http, https, rtsp, file, v4l2 or lavfi, with & in quotes; keys: name, label, username,"
                                    + " password.file, password.variable, transport, loop, facing, providers, open.deadline, read.deadline")
                    List<Object> words)
            throws IOException, InterruptedException {
        Arguments arguments = new Arguments(USAGE, words, Map.of());
        PasswordSource passwords =
                new PasswordSource(CurrentDirectory.of(session), System.getenv(), prompts.apply(session));
        return addition.add(NetworkCameraRequest.read(arguments, passwords));
    }
}
