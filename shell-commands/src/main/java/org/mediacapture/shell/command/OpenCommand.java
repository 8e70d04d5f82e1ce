// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.CameraDirectory;
import org.mediacapture.shell.camera.CameraOpener;
import org.mediacapture.shell.camera.MicrophoneDirectory;
import org.mediacapture.shell.camera.OpenStream;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.camera.TrackRegistry;
import org.mediacapture.shell.camera.Waits;
import org.mediacapture.shell.network.NetworkCameras;
import org.mediacapture.shell.output.Printable;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Command;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Task;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code camera:open} opens a camera, a microphone, or both, and keeps the tracks under short names. Thread-safe. */
@Component(service = Function.class)
@Command(
        function = "open",
        task = Task.TRACKS,
        examples = {
            "t = camera:open mock width=1280 frameRate=15",
            "t = camera:open mock width.exact=1280 frameRate.max=15",
            "s = camera:open mock --audio",
            "a = camera:open --audio-only"
        })
@Descriptor("opens a camera")
public final class OpenCommand implements CameraCommand {
    private static final String WITH_AUDIO = "--audio";
    private static final String AUDIO_ONLY = "--audio-only";
    private static final Usage USAGE = Usage.of(OpenCommand.class);

    private final CameraDirectory cameras;
    private final MicrophoneDirectory microphones;
    private final CameraAdmin admin;
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
        this.microphones = new MicrophoneDirectory(devices, waits);
        this.opener = new CameraOpener(devices, waits);
        this.admin = admin;
        this.tracks = tracks;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object answer(CommandSession session, Arguments call) throws Exception {
        return open(call.has(WITH_AUDIO), call.has(AUDIO_ONLY), call.words());
    }

    /**
     * Opens a camera, a microphone, or both.
     *
     * @param audio whether a microphone is opened too; constraints on sound are then for it
     * @param audioOnly whether a microphone is opened instead of a camera
     * @param words a camera or a microphone and constraints, all optional
     * @return the track with its short name, or both tracks
     * @throws InterruptedException if the command was interrupted
     */
    @Descriptor("opens a camera, as getUserMedia does, and answers a track, which has a short name")
    public Printable open(
            @Descriptor("open a microphone too; constraints on sound are for it, all others for the camera")
                    @Parameter(names = WITH_AUDIO, presentValue = "true", absentValue = "false")
                    boolean audio,
            @Descriptor("open a microphone instead, which is named by its label or device id")
                    @Parameter(names = AUDIO_ONLY, presentValue = "true", absentValue = "false")
                    boolean audioOnly,
            @Descriptor(
                            "[CAMERA or MICROPHONE] [CONSTRAINTS]: what is wished (width=1280), required (width.exact=1280) or limited (frameRate.max=15)")
                    List<Object> words)
            throws InterruptedException {
        if (audio && audioOnly) {
            throw USAGE.wrong(WITH_AUDIO + " and " + AUDIO_ONLY + " contradict each other");
        }
        ConstraintWords constraints = new ConstraintWords(List.of());
        words.stream().filter(ConstraintWords::isMeant).forEach(constraints::add);
        Map<String, Object> wanted = constraints.toMap();
        Optional<String> name = name(words, audioOnly ? "microphone" : "camera");
        if (audioOnly) {
            return microphone(name, wanted);
        }
        return audio ? both(name, wanted) : camera(name, wanted);
    }

    private static Optional<String> name(List<Object> words, String kind) {
        List<Object> names =
                words.stream().filter(word -> !ConstraintWords.isMeant(word)).toList();
        if (names.size() > 1) {
            throw USAGE.wrong(Arguments.shown(names.get(1)) + " is neither a " + kind + " nor a constraint");
        }
        return names.stream().findFirst().map(String::valueOf);
    }

    private OpenTrack camera(Optional<String> name, Map<String, Object> wanted) throws InterruptedException {
        Optional<CameraStatus> camera = named(name, wanted);
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(on(camera, wanted));
        return keep(opener.open(constraints, shown(camera)), camera);
    }

    private OpenStream both(Optional<String> name, Map<String, Object> wanted) throws InterruptedException {
        Map<MediaKind, Map<String, Object>> parts = StreamParts.of(wanted);
        Optional<CameraStatus> camera = named(name, parts.get(MediaKind.VIDEO));
        MediaStreamConstraints constraints = new MediaStreamConstraints(
                Optional.of(MediaTrackConstraints.fromMap(on(camera, parts.get(MediaKind.VIDEO)))),
                Optional.of(MediaTrackConstraints.fromMap(parts.get(MediaKind.AUDIO))));
        String what = shown(camera) + " and a microphone";
        MediaStream stream = opener.stream(constraints, what);
        MediaStreamTrack video = CameraOpener.first(stream, MediaKind.VIDEO, what);
        MediaStreamTrack audio = CameraOpener.first(stream, MediaKind.AUDIO, what);
        return new OpenStream(keep(video, camera), keepMicrophone(audio));
    }

    private OpenTrack microphone(Optional<String> name, Map<String, Object> wanted) throws InterruptedException {
        Map<String, Object> all = wanted;
        if (name.isPresent()) {
            all = CameraOpener.withDevice(wanted, microphones.find(name.get()).deviceId(), name.get());
        }
        String what = name.orElse("a microphone");
        MediaStreamConstraints constraints =
                new MediaStreamConstraints(Optional.empty(), Optional.of(MediaTrackConstraints.fromMap(all)));
        return keepMicrophone(CameraOpener.first(opener.stream(constraints, what), MediaKind.AUDIO, what));
    }

    /** What is typed is checked before any camera is waited for. */
    private Optional<CameraStatus> named(Optional<String> name, Map<String, Object> wanted)
            throws InterruptedException {
        MediaTrackConstraints.fromMap(wanted);
        if (name.isEmpty()) {
            cameras.best();
            return Optional.empty();
        }
        return Optional.of(cameras.find(name.get()));
    }

    private static Map<String, Object> on(Optional<CameraStatus> camera, Map<String, Object> wanted) {
        return camera.map(known -> CameraOpener.withDevice(wanted, known.deviceId(), known.name()))
                .orElse(wanted);
    }

    private static String shown(Optional<CameraStatus> camera) {
        return camera.map(CameraStatus::name).orElse("a camera");
    }

    private OpenTrack keep(MediaStreamTrack track, Optional<CameraStatus> named) {
        return track.getSettings()
                .get(ConstrainableProperty.DEVICE_ID)
                .flatMap(cameras::withId)
                .or(() -> named)
                .map(camera -> tracks.add(track, camera.name(), CameraDirectory.providerOf(camera)))
                .orElseGet(() -> tracks.add(track, track.label(), ""));
    }

    private OpenTrack keepMicrophone(MediaStreamTrack track) {
        String microphone = admin.tracks().stream()
                .filter(status -> status.id().equals(track.id()))
                .findFirst()
                .map(TrackStatus::camera)
                .orElse(track.label());
        return tracks.add(track, microphone, "");
    }
}
