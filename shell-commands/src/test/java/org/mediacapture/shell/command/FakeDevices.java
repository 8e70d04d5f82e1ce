// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** Opens the cameras of a {@link FakeAdmin}, at 640x480 and 30 fps. Thread-safe. */
final class FakeDevices implements MediaDevices {
    private final FakeAdmin admin;
    final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    final List<MediaTrackConstraints> asked = new CopyOnWriteArrayList<>();
    final List<FakeTrack> tracks = new CopyOnWriteArrayList<>();

    /** Set by a test that wants the camera to answer later, or never. */
    volatile Deferred<MediaStream> pending;

    FakeDevices(FakeAdmin admin) {
        this.admin = admin;
    }

    MediaTrackConstraints lastAsked() {
        return asked.get(asked.size() - 1);
    }

    FakeTrack lastTrack() {
        return tracks.get(tracks.size() - 1);
    }

    @Override
    public Promise<List<MediaDeviceInfo>> enumerateDevices() {
        return Promises.resolved(admin.cameras().stream()
                .map(camera -> new MediaDeviceInfo(
                        camera.deviceId(), MediaDeviceKind.VIDEO_INPUT, camera.label(), "group-" + camera.name()))
                .toList());
    }

    @Override
    public Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints) {
        MediaTrackConstraints video = constraints.video().orElseThrow();
        asked.add(video);
        if (pending != null) {
            return pending.getPromise();
        }
        Optional<String> wanted = video.basic().get(ConstrainableProperty.DEVICE_ID).stream()
                .map(constraint -> constraint.exact())
                .flatMap(List::stream)
                .findFirst();
        Optional<CameraStatus> camera = admin.cameras().stream()
                .filter(status -> wanted.map(status.deviceId()::equals).orElse(true))
                .findFirst();
        if (camera.isEmpty()) {
            return Promises.failed(new MediaException(ErrorName.NOT_FOUND, "no camera"));
        }
        RuntimeException failure = failures.get(camera.get().name());
        return failure == null ? Promises.resolved(stream(camera.get())) : Promises.failed(failure);
    }

    MediaStream stream(CameraStatus camera) {
        FakeTrack track = new FakeTrack(
                "uuid-" + (tracks.size() + 1),
                camera.label(),
                MediaTrackSettings.builder()
                        .with(ConstrainableProperty.WIDTH, 640L)
                        .with(ConstrainableProperty.HEIGHT, 480L)
                        .with(ConstrainableProperty.FRAME_RATE, 30.0)
                        .with(ConstrainableProperty.DEVICE_ID, camera.deviceId())
                        .build());
        tracks.add(track);
        return new MediaStream() {
            @Override
            public String id() {
                return "stream";
            }

            @Override
            public List<MediaStreamTrack> getTracks() {
                return List.of(track);
            }

            @Override
            public List<MediaStreamTrack> getVideoTracks() {
                return List.of(track);
            }

            @Override
            public boolean isActive() {
                return !track.isStopped();
            }
        };
    }
}
