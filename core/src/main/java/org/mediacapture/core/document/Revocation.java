// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

/** What follows for a document's tracks when permissions were taken back (TRK-12). Thread-safe. */
final class Revocation {
    private static final String CAUSE = "the permission was taken back";

    private final Permissions permissions;
    private final TrackOwner owner;

    Revocation(Permissions permissions, TrackOwner owner) {
        this.permissions = permissions;
        this.owner = owner;
    }

    void apply() {
        endIfDenied(MediaKind.VIDEO);
        endIfDenied(MediaKind.AUDIO);
        if (isDenied(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM)) {
            owner.tracks().stream()
                    .filter(CameraTrack.class::isInstance)
                    .map(CameraTrack.class::cast)
                    .forEach(track -> track.permitPanTiltZoom(false));
        }
    }

    private void endIfDenied(MediaKind kind) {
        boolean inUse = owner.tracks().stream().anyMatch(track -> track.kind() == kind);
        if (inUse && isDenied(Exposure.descriptor(kind))) {
            owner.revoked(Exposure.descriptor(kind).name().value(), CAUSE);
            owner.end(track -> track.kind() == kind, CAUSE);
        }
    }

    private boolean isDenied(PermissionDescriptor permission) {
        return permissions.query(owner.origin(), permission) == PermissionState.DENIED;
    }
}
