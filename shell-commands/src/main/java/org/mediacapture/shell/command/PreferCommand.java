// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.shell.camera.ProviderPreference;
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

/** {@code camera:prefer} sets which providers come first, for good. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "prefer",
        task = Task.CAMERAS,
        examples = {"camera:prefer", "camera:prefer webcam javacv"})
@Descriptor("sets which providers come first")
public final class PreferCommand implements CameraCommand {
    private static final String NONE = "--none";
    private static final Usage USAGE = Usage.of(PreferCommand.class);

    private final CameraAdmin admin;
    private final ProviderPreference preference;

    /**
     * Makes the command.
     *
     * @param admin knows the providers
     * @param configurations keeps the preference
     */
    @Activate
    public PreferCommand(@Reference CameraAdmin admin, @Reference ConfigurationAdmin configurations) {
        this.admin = admin;
        this.preference = new ProviderPreference(configurations);
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return prefer(call.words(), call.has(NONE));
    }

    /**
     * Sets or tells which providers come first.
     *
     * @param providers names of providers, the most wanted first; none to ask
     * @param none whether to prefer none
     * @return a line that tells the preference
     * @throws IOException if the configuration cannot be read or written
     */
    @Descriptor(
            "sets which providers come first, or tells it; cameras in use stay where they are, camera:swap brings them over")
    public Line prefer(
            @Descriptor("[PROVIDER...]: the most wanted first; without them the command tells what is preferred")
                    List<Object> providers,
            @Descriptor("prefer none: the highest ranking comes first")
                    @Parameter(names = NONE, presentValue = "true", absentValue = "false")
                    boolean none)
            throws IOException {
        if (none && !providers.isEmpty()) {
            throw USAGE.wrong(NONE + " takes no names");
        }
        List<String> names = providers.stream().map(String::valueOf).toList();
        if (none || !names.isEmpty()) {
            preference.set(names);
        }
        return new Line(told(preference.get()));
    }

    /** A provider that is not here may come later; that it is not here is said all the same. */
    private String told(List<String> names) {
        if (names.isEmpty()) {
            return "no provider is preferred: the highest ranking comes first";
        }
        Set<String> known = admin.cameras().stream()
                .flatMap(camera -> camera.providers().stream())
                .map(ProviderStatus::provider)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> absent =
                names.stream().filter(name -> !known.contains(name)).toList();
        return "preferred: " + String.join(", ", names)
                + (absent.isEmpty()
                        ? ""
                        : "  (offers no camera at present: " + String.join(", ", absent) + "; there is "
                                + String.join(", ", known) + ")");
    }
}
