// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.mediacapture.constraint.ConstrainableProperty.DEVICE_ID;
import static org.mediacapture.constraint.ConstrainableProperty.FACING_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.GROUP_ID;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.DeviceIds;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.CameraException;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDeviceKind;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** The media devices of one origin. Thread-safe. */
public final class OriginDevices implements MediaDevices {
    private final Origin origin;
    private final CameraInventory inventory;
    private final DeviceIds ids;
    private final Scheduler scheduler;
    private final Publisher publisher;

    /** Makes the devices of an origin. */
    public OriginDevices(
            Origin origin, CameraInventory inventory, DeviceIds ids, Scheduler scheduler, Publisher publisher) {
        this.origin = origin;
        this.inventory = inventory;
        this.ids = ids;
        this.scheduler = scheduler;
        this.publisher = publisher;
    }

    @Override
    public Promise<List<MediaDeviceInfo>> enumerateDevices() {
        return publisher.resolved(
                inventory.cameras().stream().map(this::describe).toList());
    }

    @Override
    public Promise<MediaStream> getUserMedia(MediaStreamConstraints constraints) {
        Objects.requireNonNull(constraints, "constraints");
        try {
            return open(constraints);
        } catch (IllegalArgumentException | MediaException refused) {
            return publisher.failed(refused);
        }
    }

    private Promise<MediaStream> open(MediaStreamConstraints constraints) {
        if (constraints.video().isEmpty() && constraints.audio().isEmpty()) {
            throw new IllegalArgumentException("constraints: neither video nor audio is asked for");
        }
        constraints.video().ifPresent(video -> checkRequired(video.basic(), MediaKind.VIDEO));
        constraints.audio().ifPresent(audio -> checkRequired(audio.basic(), MediaKind.AUDIO));
        if (constraints.audio().isPresent()) {
            throw new MediaException(ErrorName.NOT_FOUND, "there is no microphone");
        }
        MediaTrackConstraints video = constraints.video().orElseThrow();
        List<Camera> cameras = inventory.cameras();
        if (cameras.isEmpty()) {
            throw new MediaException(ErrorName.NOT_FOUND, "there is no camera");
        }
        Deferred<MediaStream> stream = publisher.deferred();
        openFirst(Candidates.of(cameras, this::inherent, video).iterator(), Optional.empty(), video, stream);
        return stream.getPromise();
    }

    /** Only some properties may select a device by a required constraint (GUM-7). */
    private static void checkRequired(MediaTrackConstraintSet basic, MediaKind kind) {
        for (ConstrainableProperty<?> property : basic.properties()) {
            boolean required = basic.get(property).map(Constraint::isRequired).orElse(false);
            if (required && property.media().contains(kind) && !property.requiredInGetUserMedia()) {
                throw new IllegalArgumentException(
                        property
                                + ": min, max and exact do not select a device; give it bare or as ideal, or apply it to the track");
            }
        }
    }

    /** Opens the first candidate that can be opened; when none can, the failure of the best one is told (GUM-13). */
    private void openFirst(
            Iterator<Camera> candidates,
            Optional<Throwable> firstFailure,
            MediaTrackConstraints video,
            Deferred<MediaStream> stream) {
        Camera camera = candidates.next();
        MediaTrackSettings inherent = inherent(camera);
        camera.source()
                .attach(video, inherent, () -> newTrack(camera, inherent, video))
                .onSuccess(track -> stream.resolve(new TrackStream(List.of(track))))
                .onFailure(failure -> {
                    Throwable told = firstFailure.orElseGet(() -> named(camera, failure));
                    if (candidates.hasNext()) {
                        openFirst(candidates, Optional.of(told), video, stream);
                    } else {
                        stream.fail(told);
                    }
                });
    }

    private CameraTrack newTrack(Camera camera, MediaTrackSettings inherent, MediaTrackConstraints video) {
        return new CameraTrack(
                camera.label(), camera.name(), origin, camera.source(), inherent, video, scheduler, publisher);
    }

    private static Throwable named(Camera camera, Throwable failure) {
        if (!(failure instanceof CameraException reason)) {
            return failure;
        }
        ErrorName name = reason.reason() == CameraException.Reason.FAILED ? ErrorName.ABORT : ErrorName.NOT_READABLE;
        return new MediaException(name, camera.name() + ": " + failure.getMessage(), failure);
    }

    private MediaDeviceInfo describe(Camera camera) {
        MediaTrackSettings inherent = inherent(camera);
        return new MediaDeviceInfo(
                inherent.get(DEVICE_ID).orElseThrow(),
                MediaDeviceKind.VIDEO_INPUT,
                camera.label(),
                inherent.get(GROUP_ID).orElseThrow());
    }

    private MediaTrackSettings inherent(Camera camera) {
        MediaTrackSettings.Builder inherent = MediaTrackSettings.builder()
                .with(DEVICE_ID, ids.deviceId(origin.name(), camera.identity()))
                .with(GROUP_ID, ids.groupId(origin.name(), camera.group()));
        Optional.of(camera.facing())
                .filter(facing -> !facing.isEmpty())
                .ifPresent(facing -> inherent.with(FACING_MODE, facing));
        return inherent.build();
    }
}
