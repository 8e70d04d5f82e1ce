// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.core.inventory.Camera;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.PanTiltZoom;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.PermissionDescriptor;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;

/** The video that one getUserMedia asks for. Confined to the request that made it. */
final class CameraWish implements Wish {
    private final Surroundings surroundings;
    private final TrackOwner owner;
    private final DeviceList devices;
    private final MediaTrackConstraints constraints;
    private List<Camera> candidates = List.of();

    CameraWish(Surroundings surroundings, TrackOwner owner, DeviceList devices, MediaTrackConstraints constraints) {
        this.surroundings = surroundings;
        this.owner = owner;
        this.devices = devices;
        this.constraints = OwnConstraints.of(constraints, MediaKind.VIDEO);
    }

    @Override
    public MediaKind kind() {
        return MediaKind.VIDEO;
    }

    @Override
    public void select() {
        List<Camera> cameras = surroundings.cameras().cameras();
        if (cameras.isEmpty()) {
            throw new MediaException(ErrorName.NOT_FOUND, "there is no camera");
        }
        boolean movable = devices.mayMove(PanTiltZoom.isAskedFor(constraints));
        candidates = CameraCandidates.of(cameras, camera -> devices.perspective(camera, movable), constraints);
    }

    @Override
    public Set<PermissionDescriptor> permissions() {
        return PanTiltZoom.isAskedFor(constraints)
                ? Set.of(PermissionDescriptor.CAMERA, PermissionDescriptor.CAMERA_PAN_TILT_ZOOM)
                : Set.of(PermissionDescriptor.CAMERA);
    }

    @Override
    public boolean isInUse() {
        return candidates.stream().anyMatch(this::isUsed);
    }

    @Override
    public void keepInUse() {
        candidates = candidates.stream().filter(this::isUsed).toList();
    }

    private boolean isUsed(Camera camera) {
        return owner.tracks().stream()
                .anyMatch(track ->
                        track instanceof CameraTrack used && !used.isEnding() && used.source() == camera.source());
    }

    @Override
    public Promise<CameraTrack> open(boolean panTiltZoom, Supplier<Optional<MediaException>> refusal) {
        Deferred<CameraTrack> opened = surroundings.parts().publisher().deferred();
        openNext(candidates.iterator(), new ArrayList<>(), panTiltZoom, refusal, opened);
        return opened.getPromise();
    }

    /** Opens the first candidate that can be opened. */
    private void openNext(
            Iterator<Camera> left,
            List<MediaException> failures,
            boolean movable,
            Supplier<Optional<MediaException>> refusal,
            Deferred<CameraTrack> opened) {
        Camera camera = left.next();
        Perspective perspective = devices.perspective(camera, movable);
        camera.source()
                .attach(
                        constraints,
                        perspective,
                        attachment -> CameraTrack.of(
                                camera.label(),
                                camera.name(),
                                owner,
                                camera.source(),
                                perspective,
                                attachment,
                                constraints,
                                surroundings.parts()))
                .onSuccess(opened::resolve)
                .onFailure(failure -> {
                    failures.add(OpeningFailure.of(camera.name(), failure));
                    if (!left.hasNext() || owner.isClosed()) {
                        opened.fail(OpeningFailure.ofAll(failures));
                        return;
                    }
                    // not on the camera's strand, since a permission controller may block
                    surroundings
                            .parts()
                            .scheduler()
                            .execute(() -> refusal.get()
                                    .ifPresentOrElse(
                                            opened::fail, () -> openNext(left, failures, movable, refusal, opened)));
                });
    }
}
