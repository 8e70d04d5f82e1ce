// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.MediaTrackSupportedConstraints;
import org.mediacapture.stream.DeviceChangeEvent;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** Opens the cameras of a {@link FakeAdmin}, at 640x480 and 30 fps, and microphones. Thread-safe. */
final class FakeDevices implements MediaDevices {
    private final FakeAdmin admin;
    final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    final List<MediaTrackConstraints> asked = new CopyOnWriteArrayList<>();
    final List<MediaTrackConstraints> askedOfMicrophones = new CopyOnWriteArrayList<>();
    final List<FakeTrack> tracks = new CopyOnWriteArrayList<>();
    final List<MediaDeviceInfo> microphones = new CopyOnWriteArrayList<>();
    final List<Consumer<DeviceChangeEvent>> listeners = new CopyOnWriteArrayList<>();

    /** Set by a test that wants the camera to answer later, or never. */
    volatile Deferred<MediaStream> pending;

    /** The same for the next calls, one after the other. */
    final Queue<Deferred<MediaStream>> each = new ConcurrentLinkedQueue<>();

    FakeDevices(FakeAdmin admin) {
        this.admin = admin;
    }

    MediaTrackConstraints lastAsked() {
        return asked.get(asked.size() - 1);
    }

    FakeTrack lastTrack() {
        return tracks.get(tracks.size() - 1);
    }

    static MediaDeviceInfo microphone(String name, String label) {
        return new FakeDeviceInfo("id-" + name, MediaDeviceKind.AUDIO_INPUT, label, "group-" + name);
    }

    static MediaDeviceInfo camera(CameraStatus camera) {
        return new FakeDeviceInfo(
                camera.deviceId(), MediaDeviceKind.VIDEO_INPUT, camera.label(), "group-" + camera.name());
    }

    @Override
    public Promise<List<MediaDeviceInfo>> enumerateDevices() {
        return Promises.resolved(
                Stream.concat(microphones.stream(), admin.cameras().stream().map(FakeDevices::camera))
                        .toList());
    }

    @Override
    public MediaTrackSupportedConstraints getSupportedConstraints() {
        return MediaTrackSupportedConstraints.all();
    }

    @Override
    public Registration addDeviceChangeListener(Consumer<DeviceChangeEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Promise<MediaStream> getUserMedia(Map<String, ?> constraints) {
        return getUserMedia(MediaStreamConstraints.fromMap(constraints));
    }

    @Override
    public Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints) {
        constraints.video().ifPresent(asked::add);
        constraints.audio().ifPresent(askedOfMicrophones::add);
        Optional<Deferred<MediaStream>> next = Optional.ofNullable(each.poll());
        if (next.isPresent()) {
            return next.get().getPromise();
        }
        if (pending != null) {
            return pending.getPromise();
        }
        Optional<CameraStatus> camera =
                constraints.video().flatMap(video -> chosen(video, admin.cameras(), CameraStatus::deviceId));
        Optional<MediaDeviceInfo> microphone =
                constraints.audio().flatMap(audio -> chosen(audio, microphones, MediaDeviceInfo::deviceId));
        if (camera.isPresent() != constraints.video().isPresent()
                || microphone.isPresent() != constraints.audio().isPresent()) {
            return Promises.failed(new MediaException(ErrorName.NOT_FOUND, "no device"));
        }
        Optional<RuntimeException> failure = camera.map(opened -> failures.get(opened.name()));
        return failure.isPresent()
                ? Promises.failed(failure.get())
                : Promises.resolved(new FakeStream(
                        Stream.concat(microphone.map(this::sound).stream(), camera.map(this::picture).stream())
                                .toList()));
    }

    private static <T> Optional<T> chosen(MediaTrackConstraints wanted, List<T> devices, Function<T, String> id) {
        Optional<String> exact = wanted.basic().get(ConstrainableProperty.DEVICE_ID).stream()
                .map(constraint -> constraint.exact())
                .flatMap(List::stream)
                .findFirst();
        return devices.stream()
                .filter(device -> exact.map(id.apply(device)::equals).orElse(true))
                .findFirst();
    }

    MediaStream stream(CameraStatus camera) {
        return new FakeStream(List.of(picture(camera)));
    }

    private MediaStreamTrack picture(CameraStatus camera) {
        return track(
                MediaKind.VIDEO,
                camera.label(),
                MediaTrackSettings.builder()
                        .with(ConstrainableProperty.WIDTH, 640L)
                        .with(ConstrainableProperty.HEIGHT, 480L)
                        .with(ConstrainableProperty.FRAME_RATE, 30.0)
                        .with(ConstrainableProperty.DEVICE_ID, camera.deviceId())
                        .build());
    }

    private MediaStreamTrack sound(MediaDeviceInfo microphone) {
        return track(
                MediaKind.AUDIO,
                microphone.label(),
                MediaTrackSettings.builder()
                        .with(ConstrainableProperty.SAMPLE_RATE, 48_000L)
                        .with(ConstrainableProperty.CHANNEL_COUNT, 2L)
                        .with(ConstrainableProperty.DEVICE_ID, microphone.deviceId())
                        .build());
    }

    private MediaStreamTrack track(MediaKind kind, String label, MediaTrackSettings settings) {
        FakeTrack track = new FakeTrack(kind, "uuid-" + (tracks.size() + 1), label, settings);
        tracks.add(track);
        return track;
    }
}
