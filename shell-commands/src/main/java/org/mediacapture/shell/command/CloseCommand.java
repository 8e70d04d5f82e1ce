// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.mediacapture.shell.camera.OpenStream;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.Line;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:close} stops a track. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "close",
        task = Task.TRACKS,
        examples = {"t = camera:open mock; camera:close $t"})
@Descriptor("stops a track")
public final class CloseCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(CloseCommand.class);

    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public CloseCommand(@Reference TrackRegistry tracks) {
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return close(call.only("TRACK"));
    }

    /**
     * Stops a track.
     *
     * @param track what {@code camera:open} answered, or its name; of a stream, both tracks are stopped
     * @return a line that says so
     */
    @Descriptor("stops a track; its camera is closed with its last one")
    public Line close(@Descriptor("TRACK: what camera:open answered, such as $t or t1") Object track) {
        List<OpenTrack> meant = meant(track);
        meant.forEach(tracks::close);
        return new Line(meant.stream().map(OpenTrack::name).collect(Collectors.joining(", ")) + "  closed");
    }

    /** Of a stream, one track may have been closed by itself. */
    private List<OpenTrack> meant(Object track) {
        List<OpenTrack> open = track instanceof OpenStream stream
                ? Stream.of(stream.video(), stream.audio())
                        .filter(tracks.all()::contains)
                        .toList()
                : List.of();
        return open.isEmpty() ? List.of(tracks.require(track)) : open;
    }
}
