// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:apply} replaces the constraints of a track. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "apply",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:apply $t zoom=2 brightness=20"})
@Descriptor("replaces the constraints of a track")
public final class ApplyCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(ApplyCommand.class);

    private final TrackRegistry tracks;
    private final Waits waits;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public ApplyCommand(@Reference TrackRegistry tracks) {
        this(tracks, Waits.STANDARD);
    }

    ApplyCommand(TrackRegistry tracks, Waits waits) {
        this.tracks = tracks;
        this.waits = waits;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return apply(call.words());
    }

    /**
     * Replaces the constraints.
     *
     * @param words a track, then constraints
     * @return the settings that came of it
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("replaces the constraints of a track and answers its settings")
    public Printable apply(
            @Descriptor(
                            "TRACK CONSTRAINTS: words, a map or JSON, such as zoom=2, [zoom=2] or '{\"zoom\":2}'; camera:capabilities TRACK tells what can be set")
                    List<Object> words)
            throws InterruptedException {
        if (words.isEmpty() || ConstraintWords.isMeant(words.get(0))) {
            throw USAGE.wrong("TRACK is missing");
        }
        if (words.size() == 1) {
            throw USAGE.wrong("CONSTRAINTS is missing");
        }
        OpenTrack open = tracks.require(words.get(0));
        MediaTrackConstraints constraints = TrackWords.read(USAGE, open, words.subList(1, words.size()));
        Answer.of(open.track().applyConstraints(constraints), waits.answer(), open.name(), late -> {});
        return SettingsTable.of(open.track().getSettings());
    }
}
