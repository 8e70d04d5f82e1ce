// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.Permissions;
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
        if (isUsed(MediaKind.VIDEO) && isDenied(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM)) {
            owner.revokePanTiltZoom(Permissions.word(PermissionDescriptor.CAMERA_PAN_TILT_ZOOM), CAUSE);
        }
    }

    private void endIfDenied(MediaKind kind) {
        if (isUsed(kind) && isDenied(Exposure.descriptor(kind))) {
            owner.revoke(kind, Permissions.word(Exposure.descriptor(kind)), CAUSE);
        }
    }

    /** Spares the controller questions about what nobody uses. */
    private boolean isUsed(MediaKind kind) {
        return owner.tracks().stream().anyMatch(track -> track.kind() == kind && !track.isEnding());
    }

    private boolean isDenied(PermissionDescriptor permission) {
        return permissions.query(owner.origin(), permission) == PermissionState.DENIED;
    }
}
