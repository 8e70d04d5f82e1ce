// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.CameraDirectory;
import org.mediacapture.shell.camera.CameraOpener;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:open} opens a camera and keeps its track under a short name. Thread-safe. */
@Component(service = Function.class)
@GogoCommand(scope = "camera", function = "open")
@Descriptor("opens a camera")
public final class OpenCommand implements Function {
    private static final Usage USAGE = new Usage("open", "[CAMERA] [CONSTRAINTS]");

    private final CameraDirectory cameras;
    private final CameraOpener opener;
    private final TrackRegistry tracks;

    /**
     * Makes the command.
     *
     * @param devices opens cameras
     * @param admin knows their names
     * @param configurations knows cameras that are still to come
     * @param tracks keeps the tracks
     */
    @Activate
    public OpenCommand(
            @Reference MediaDevices devices,
            @Reference CameraAdmin admin,
            @Reference ConfigurationAdmin configurations,
            @Reference TrackRegistry tracks) {
        this(devices, admin, configurations, tracks, Waits.STANDARD);
    }

    OpenCommand(
            MediaDevices devices,
            CameraAdmin admin,
            ConfigurationAdmin configurations,
            TrackRegistry tracks,
            Waits waits) {
        this.cameras = new CameraDirectory(admin, new NetworkCameras(configurations)::isConfigured, waits);
        this.opener = new CameraOpener(devices, waits);
        this.tracks = tracks;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        return USAGE.run(arguments, call -> open(call.words()));
    }

    /**
     * Opens a camera.
     *
     * @param words a camera and constraints, all optional
     * @return the track with its short name
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("opens a camera, by getUserMedia, and answers a track: t = camera:open mock width=1280")
    public OpenTrack open(
            @Descriptor("[CAMERA] [CONSTRAINTS] such as: door width.exact=1280 frameRate=15") List<Object> words)
            throws InterruptedException {
        ConstraintWords constraints = new ConstraintWords(List.of());
        words.stream().filter(ConstraintWords::isMeant).forEach(constraints::add);
        List<Object> names =
                words.stream().filter(word -> !ConstraintWords.isMeant(word)).toList();
        if (names.size() > 1) {
            throw USAGE.wrong(Arguments.shown(names.get(1)) + " is neither a camera nor a constraint");
        }
        return names.isEmpty() ? openAny(constraints.toMap()) : openNamed(String.valueOf(names.get(0)), constraints);
    }

    private OpenTrack openNamed(String name, ConstraintWords constraints) throws InterruptedException {
        Map<String, Object> wanted = constraints.toMap();
        CameraStatus camera = cameras.find(name);
        MediaStreamTrack track =
                opener.open(MediaTrackConstraints.fromMap(CameraOpener.withCamera(wanted, camera)), camera.name());
        return keep(track, cameras.withId(camera.deviceId()).orElse(camera));
    }

    private OpenTrack openAny(Map<String, Object> wanted) throws InterruptedException {
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(wanted);
        cameras.best();
        MediaStreamTrack track = opener.open(constraints, "a camera");
        Optional<CameraStatus> camera =
                track.getSettings().get(ConstrainableProperty.DEVICE_ID).flatMap(cameras::withId);
        return camera.map(known -> keep(track, known)).orElseGet(() -> tracks.add(track, track.label(), ""));
    }

    private OpenTrack keep(MediaStreamTrack track, CameraStatus camera) {
        return tracks.add(track, camera.name(), CameraDirectory.providerOf(camera));
    }
}
