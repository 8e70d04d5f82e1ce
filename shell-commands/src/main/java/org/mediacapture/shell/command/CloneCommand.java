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
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:clone} makes another track of the same camera. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "clone",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:clone $t width=320 frameRate=5"})
@Descriptor("clones a track")
public final class CloneCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(CloneCommand.class);

    private final TrackRegistry tracks;
    private final Waits waits;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public CloneCommand(@Reference TrackRegistry tracks) {
        this(tracks, Waits.STANDARD);
    }

    CloneCommand(TrackRegistry tracks, Waits waits) {
        this.tracks = tracks;
        this.waits = waits;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return clone(call.words());
    }

    /**
     * Clones a track.
     *
     * @param words a track, then constraints for the clone
     * @return the clone with its short name
     * @throws InterruptedException if the command was interrupted; there is then no clone
     */
    @Descriptor("makes another track of the same camera, with constraints and a life of its own")
    public OpenTrack clone(
            @Descriptor("TRACK [CONSTRAINTS]: words, a map or JSON, for the clone alone") List<Object> words)
            throws InterruptedException {
        if (words.isEmpty()) {
            throw USAGE.wrong("TRACK is missing");
        }
        OpenTrack open = tracks.require(words.get(0));
        if (words.size() == 1) {
            return tracks.add(open.track().clone(), open.camera(), open.provider());
        }
        MediaTrackConstraints constraints = TrackWords.read(USAGE, open, words.subList(1, words.size()));
        return tracks.add(constrained(open, constraints), open.camera(), open.provider());
    }

    private MediaStreamTrack constrained(OpenTrack open, MediaTrackConstraints constraints)
            throws InterruptedException {
        MediaStreamTrack clone = open.track().clone();
        boolean applied = false;
        try {
            Answer.of(clone.applyConstraints(constraints), waits.answer(), "the clone of " + open.name(), late -> {});
            applied = true;
            return clone;
        } finally {
            if (!applied) {
                clone.stop();
            }
        }
    }
}
