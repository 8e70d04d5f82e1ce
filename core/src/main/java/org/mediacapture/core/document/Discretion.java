// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.Collection;
import java.util.Set;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.permission.Permissions;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;

/** What a failed getUserMedia may tell an origin about devices (GUM-16 to GUM-18). Immutable. */
final class Discretion {
    private final Permissions permissions;
    private final String origin;
    private final Exposure exposure;
    private final Set<MediaKind> kinds;

    /**
     * Makes it for a request.
     *
     * @param kinds what the request asks for
     */
    Discretion(Permissions permissions, String origin, Exposure exposure, Collection<MediaKind> kinds) {
        this.permissions = permissions;
        this.origin = origin;
        this.exposure = exposure;
        this.kinds = Set.copyOf(kinds);
    }

    /** A failure that tells about devices is not for who is denied them (GUM-16). */
    MediaException disguised(MediaException failure) {
        return kinds.stream()
                .filter(kind -> state(kind) == PermissionState.DENIED)
                .findFirst()
                .map(this::notAllowed)
                .orElseGet(() -> failure instanceof OverconstrainedException unmet ? discreet(unmet) : failure);
    }

    /** The name of the constraint is told to who may know devices, or may use them anyway (GUM-17, GUM-18). */
    OverconstrainedException discreet(OverconstrainedException failure) {
        boolean mayKnow = exposure.isAnyExposed() || kinds.stream().allMatch(exposure::isGranted);
        return mayKnow ? failure : new OverconstrainedException("", "no device meets the constraints");
    }

    /** The failure of who may not use a kind of device. */
    MediaException notAllowed(MediaKind kind) {
        return new MediaException(
                ErrorName.NOT_ALLOWED,
                origin + " may not use the " + Exposure.descriptor(kind).name().value()
                        + "; the permission rules of the configuration org.mediacapture.core, or the permission"
                        + " controller, decide");
    }

    private PermissionState state(MediaKind kind) {
        PermissionDescriptor permission = Exposure.descriptor(kind);
        return permissions.query(origin, permission);
    }
}
