// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaStreamTrackVideoStats;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:stats} counts the frames of the tracks of the shell. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "stats",
        task = Task.OBSERVE,
        examples = {"camera:stats"})
@Descriptor("counts the frames of tracks")
public final class StatsCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(StatsCommand.class);

    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param tracks the tracks of the shell
     */
    @Activate
    public StatsCommand(@Reference TrackRegistry tracks) {
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return stats(call.json(), call.atMost("TRACK"));
    }

    /**
     * Counts frames.
     *
     * @param json whether to answer a JSON document
     * @param track what {@code camera:open} answered, or its name; empty for all video tracks of the shell
     * @return the counts
     */
    @Descriptor(
            "counts the frames of one or all video tracks of the shell: delivered, discarded for the frame rate, total")
    public Printable stats(
            @Descriptor("answer a JSON document: MediaStreamTrackVideoStats, or a list of them without TRACK")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(
                            "[TRACK]: what camera:open answered, such as $t or t1; without it all video tracks of the shell")
                    Optional<Object> track) {
        if (track.isPresent()) {
            OpenTrack open = tracks.require(track.get());
            open.video();
            return json ? new JsonDocument(counts(open).toMap()) : table(List.of(open));
        }
        List<OpenTrack> all = tracks.all().stream().filter(OpenTrack::isVideo).toList();
        return json ? new JsonDocument(all.stream().map(StatsCommand::members).toList()) : table(all);
    }

    private static Table table(List<OpenTrack> open) {
        return new Table(
                List.of("TRACK", "CAMERA", "DELIVERED", "DISCARDED", "TOTAL"),
                open.stream().map(StatsCommand::row).toList(),
                "there is no video track; camera:open CAMERA opens one");
    }

    private static List<String> row(OpenTrack open) {
        MediaStreamTrackVideoStats counts = counts(open);
        return List.of(
                open.name(),
                open.camera(),
                String.valueOf(counts.deliveredFrames()),
                String.valueOf(counts.discardedFrames()),
                String.valueOf(counts.totalFrames()));
    }

    private static Map<String, Object> members(OpenTrack open) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", open.name());
        members.put("id", open.track().id());
        members.put("camera", open.camera());
        members.putAll(counts(open).toMap());
        return members;
    }

    private static MediaStreamTrackVideoStats counts(OpenTrack open) {
        return open.track()
                .stats()
                .orElseThrow(() -> new MediaException(ErrorName.NOT_SUPPORTED, open.name() + " counts no frames"));
    }
}
