// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.EnumSet;
import java.util.Set;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

/** Of which kinds a document may know the devices (ENUM-5 to ENUM-7). It begins closed and never closes again. Thread-safe. */
final class Exposure {
    private final Surroundings surroundings;
    private final TrackOwner owner;
    private final Set<MediaKind> captured = EnumSet.noneOf(MediaKind.class); // guarded by this

    Exposure(Surroundings surroundings, TrackOwner owner) {
        this.surroundings = surroundings;
        this.owner = owner;
    }

    /** The document is about to capture these kinds (ENUM-7); the others stay as they are. */
    synchronized void captures(Set<MediaKind> kinds) {
        captured.addAll(kinds);
    }

    /** Whether the devices of a kind are told in full. */
    boolean isExposed(MediaKind kind) {
        return isGranted(kind) && surroundings.exposure().get() == ExposurePolicy.PERMISSION || wasCaptured(kind);
    }

    /** Whether the devices of any kind are told. */
    boolean isAnyExposed() {
        return isExposed(MediaKind.VIDEO) || isExposed(MediaKind.AUDIO);
    }

    /** Whether the origin may use a kind without being asked about (GUM-18). */
    boolean isGranted(MediaKind kind) {
        Permissions permissions = surroundings.permissions();
        return permissions.query(owner.origin(), descriptor(kind)) == PermissionState.GRANTED;
    }

    static PermissionDescriptor descriptor(MediaKind kind) {
        return kind == MediaKind.VIDEO ? PermissionDescriptor.CAMERA : PermissionDescriptor.MICROPHONE;
    }

    private synchronized boolean wasCaptured(MediaKind kind) {
        return captured.contains(kind);
    }
}
