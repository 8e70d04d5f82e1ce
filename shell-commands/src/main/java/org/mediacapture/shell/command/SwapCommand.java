// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.CameraDirectory;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
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

/** {@code camera:swap} brings a camera in use to another provider. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "swap",
        task = Task.CAMERAS,
        examples = {"t = camera:open mock; camera:swap $t mock"})
@Descriptor("brings a camera in use to another provider")
public final class SwapCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(SwapCommand.class);

    private final CameraAdmin admin;
    private final CameraDirectory cameras;
    private final TrackRegistry tracks;
    private final Waits waits;

    /**
     * Makes the command.
     *
     * @param admin swaps
     * @param configurations knows cameras that are still to come
     * @param tracks the tracks of the shell
     */
    @Activate
    public SwapCommand(
            @Reference CameraAdmin admin,
            @Reference ConfigurationAdmin configurations,
            @Reference TrackRegistry tracks) {
        this(admin, configurations, tracks, Waits.STANDARD);
    }

    SwapCommand(CameraAdmin admin, ConfigurationAdmin configurations, TrackRegistry tracks, Waits waits) {
        this.admin = admin;
        this.cameras = new CameraDirectory(admin, new NetworkCameras(configurations)::isConfigured, waits);
        this.tracks = tracks;
        this.waits = waits;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return swap(call.words());
    }

    /**
     * Brings a camera to another provider; all tracks of it go along, those of other bundles too.
     *
     * @param words a track or a camera, then the name of a provider
     * @return a line that says so
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("brings the camera of a track, and all its tracks, to another provider")
    public Line swap(
            @Descriptor("TRACK or CAMERA PROVIDER: a provider that offers the camera, as camera:providers lists them")
                    List<Object> words)
            throws InterruptedException {
        if (words.size() != 2) {
            throw USAGE.wrong(
                    words.isEmpty()
                            ? "TRACK or CAMERA is missing"
                            : words.size() == 1 ? "PROVIDER is missing" : "there is more than a camera and a provider");
        }
        String camera = camera(words.get(0));
        String provider = String.valueOf(words.get(1));
        Answer.of(admin.swap(camera, provider), waits.answer(), camera, late -> {});
        return new Line(camera + "  provider " + provider);
    }

    private String camera(Object word) throws InterruptedException {
        boolean isTrack = !(word instanceof String text) || tracks.find(text).isPresent();
        if (!isTrack) {
            return cameras.find((String) word).name();
        }
        OpenTrack open = tracks.require(word);
        open.video(); // a microphone has no providers to choose from
        return open.camera();
    }
}
