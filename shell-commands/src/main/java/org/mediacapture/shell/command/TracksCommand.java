// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackFormat;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.output.Table;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:tracks} lists the live tracks of all bundles, and ended ones of the shell. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "tracks",
        task = Task.OBSERVE,
        examples = {"camera:tracks"})
@Descriptor("lists tracks")
public final class TracksCommand implements CameraCommand {
    private static final Usage USAGE = Usage.of(TracksCommand.class);

    private final CameraAdmin admin;
    private final TrackRegistry tracks;
    private final String bundle;

    /**
     * Makes the command.
     *
     * @param admin knows the live tracks
     * @param tracks the tracks of the shell
     * @param context of this bundle
     */
    @Activate
    public TracksCommand(@Reference CameraAdmin admin, @Reference TrackRegistry tracks, BundleContext context) {
        this(admin, tracks, context.getBundle().getSymbolicName());
    }

    TracksCommand(CameraAdmin admin, TrackRegistry tracks, String bundle) {
        this.admin = admin;
        this.tracks = tracks;
        this.bundle = bundle;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return tracks(call.none().json());
    }

    /**
     * Lists the tracks.
     *
     * @param json whether to answer a JSON document
     * @return the tracks
     */
    @Descriptor("lists the live tracks of all bundles with their state and counters, and the ended ones of the shell")
    public Printable tracks(
            @Descriptor("answer a JSON document")
                    @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        List<TrackStatus> live = admin.tracks();
        Stream<Map<String, Object>> ended = tracks.all().stream()
                .filter(open -> live.stream()
                        .noneMatch(track -> track.id().equals(open.track().id())))
                .filter(open -> open.track().readyState() == MediaStreamTrackState.ENDED)
                .map(this::members);
        List<Map<String, Object>> rows =
                Stream.concat(live.stream().map(this::members), ended).toList();
        return json ? new JsonDocument(rows) : table(live, rows);
    }

    private Map<String, Object> members(TrackStatus track) {
        Map<String, Object> members = new LinkedHashMap<>();
        tracks.find(track.id()).ifPresent(open -> members.put("name", open.name()));
        members.put("id", track.id());
        members.put("kind", track.kind().value());
        members.put("camera", track.camera());
        members.put("bundle", track.bundle());
        members.put("origin", track.origin());
        members.put("readyState", track.readyState().value());
        members.put("enabled", track.enabled());
        members.put("muted", track.muted());
        put(members, track.settings(), ConstrainableProperty.WIDTH);
        put(members, track.settings(), ConstrainableProperty.HEIGHT);
        put(members, track.settings(), ConstrainableProperty.FRAME_RATE);
        members.put("delivered", track.delivered());
        members.put("discarded", track.discarded());
        return members;
    }

    private Map<String, Object> members(OpenTrack ended) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", ended.name());
        members.put("id", ended.track().id());
        members.put("kind", ended.track().kind().value());
        members.put("camera", ended.camera());
        members.put("bundle", bundle);
        members.put("origin", bundle);
        members.put("readyState", ended.track().readyState().value());
        members.put("enabled", ended.track().isEnabled());
        members.put("muted", ended.track().isMuted());
        return members;
    }

    private static void put(
            Map<String, Object> members, MediaTrackSettings settings, ConstrainableProperty<?> property) {
        Optional<?> value = settings.get(property);
        value.ifPresent(known -> members.put(property.name(), known));
    }

    private static Table table(List<TrackStatus> live, List<Map<String, Object>> rows) {
        Map<Object, String> formats = new LinkedHashMap<>();
        live.forEach(track -> formats.put(track.id(), TrackFormat.of(track.kind(), track.settings())));
        return new Table(
                List.of(
                        "TRACK",
                        "KIND",
                        "CAMERA",
                        "STATE",
                        "ENABLED",
                        "MUTED",
                        "FORMAT",
                        "CONSUMED",
                        "MISSED",
                        "BUNDLE",
                        "ID"),
                rows.stream().map(row -> row(row, formats)).toList(),
                "there is no track; camera:open CAMERA opens one");
    }

    private static List<String> row(Map<String, Object> members, Map<Object, String> formats) {
        return List.of(
                Objects.toString(members.get("name"), "-"),
                members.get("kind").toString(),
                members.get("camera").toString(),
                members.get("readyState").toString(),
                yesOrNo(members.get("enabled")),
                yesOrNo(members.get("muted")),
                formats.getOrDefault(members.get("id"), ""),
                Objects.toString(members.get("delivered"), ""),
                Objects.toString(members.get("discarded"), ""),
                holder(members.get("bundle"), members.get("origin")),
                members.get("id").toString());
    }

    private static String yesOrNo(Object truth) {
        return Boolean.TRUE.equals(truth) ? "yes" : "no";
    }

    /** A bridge holds tracks for documents, whose origins are not its own. */
    private static String holder(Object bundle, Object origin) {
        return bundle.equals(origin) ? bundle.toString() : bundle + " for " + origin;
    }
}
