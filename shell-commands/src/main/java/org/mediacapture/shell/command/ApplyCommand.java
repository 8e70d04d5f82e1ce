// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.Answer;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:apply} replaces the constraints of a track. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "apply")
@Descriptor("replaces the constraints of a track")
public final class ApplyCommand implements Function {
    private static final Usage USAGE = new Usage("apply", "TRACK CONSTRAINTS");

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
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> apply(call.words()));
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
            @Descriptor("TRACK CONSTRAINTS, words, a map or JSON: t1 zoom=2, t1 [zoom=2], t1 '{\"zoom\":2}'")
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
