// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.stream.Stream;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionName;
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

    /** Looks how permissions stand, and waits for the controller. */
    void apply() {
        used().filter(permission -> permissions.query(owner.origin(), permission) == PermissionState.DENIED)
                .forEach(this::takeBack);
    }

    /** The same, for each permission on a thread of its own, so that a controller that blocks holds up nobody. Returns at once. */
    void applySoon() {
        used().forEach(permission -> permissions
                .look(owner.origin(), permission)
                .onSuccess(decision -> {
                    if (decision.state() == PermissionState.DENIED) {
                        takeBack(permission);
                    }
                }));
    }

    private void takeBack(PermissionDescriptor permission) {
        String word = Permissions.word(permission);
        if (permission.panTiltZoom()) {
            owner.revokePanTiltZoom(word, CAUSE);
        } else {
            owner.revoke(permission.name() == PermissionName.CAMERA ? MediaKind.VIDEO : MediaKind.AUDIO, word, CAUSE);
        }
    }

    /** Spares the controller questions about what nobody uses. */
    private Stream<PermissionDescriptor> used() {
        Stream<PermissionDescriptor> video = isUsed(MediaKind.VIDEO)
                ? Stream.of(PermissionDescriptor.CAMERA, PermissionDescriptor.CAMERA_PAN_TILT_ZOOM)
                : Stream.empty();
        return isUsed(MediaKind.AUDIO) ? Stream.concat(video, Stream.of(PermissionDescriptor.MICROPHONE)) : video;
    }

    private boolean isUsed(MediaKind kind) {
        return owner.tracks().stream().anyMatch(track -> track.kind() == kind && !track.isEnding());
    }
}
