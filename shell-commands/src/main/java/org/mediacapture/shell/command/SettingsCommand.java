// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
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

/** {@code camera:settings} tells the present settings of a track. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "settings",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:settings $t", "t = camera:open mock; camera:settings --read $t"})
@Descriptor("tells the settings of a track")
public final class SettingsCommand implements CameraCommand {
    private static final String READ = "--read";
    private static final Usage USAGE = Usage.of(SettingsCommand.class);

    private final TrackRegistry tracks;
    private final Waits waits;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public SettingsCommand(@Reference TrackRegistry tracks) {
        this(tracks, Waits.STANDARD);
    }

    SettingsCommand(TrackRegistry tracks, Waits waits) {
        this.tracks = tracks;
        this.waits = waits;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return settings(call.has(READ), call.json(), call.only("TRACK"));
    }

    /**
     * Tells the settings.
     *
     * @param read whether to read the controls from the camera first, for what automatic modes have chosen meanwhile
     * @param json whether to answer a JSON document in the shapes of the specification
     * @param track what {@code camera:open} answered, or its name
     * @return the settings
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("tells the present settings of a track, with units")
    public Printable settings(
            @Descriptor("read the controls from the camera first: what automatic modes chose")
                    @Parameter(names = READ, presentValue = "true", absentValue = "false")
                    boolean read,
            @Descriptor("answer a JSON document, as MediaTrackSettings")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("TRACK: what camera:open answered, such as $t or t1") Object track)
            throws InterruptedException {
        OpenTrack open = tracks.require(track);
        MediaTrackSettings settings = read ? read(open) : open.track().getSettings();
        return json ? new JsonDocument(settings.toMap()) : SettingsTable.of(settings);
    }

    private MediaTrackSettings read(OpenTrack open) throws InterruptedException {
        return Answer.of(open.track().readSettings(), waits.answer(), "reading " + open.name(), late -> {});
    }
}
