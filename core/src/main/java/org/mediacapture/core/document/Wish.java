// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.core.track.OwnedTrack;
import org.mediacapture.stream.PermissionDescriptor;
import org.osgi.util.promise.Promise;

/** What one getUserMedia asks of one kind of device. Confined to the request that made it. */
interface Wish {
    MediaKind kind();

    /**
     * Selects the devices that fit of those that are there now (GUM-5, GUM-8).
     *
     * @throws org.mediacapture.constraint.OverconstrainedException if none fits
     * @throws org.mediacapture.constraint.MediaException with NotFoundError if there is none
     */
    void select();

    /** What the origin must be permitted (GUM-10, PTZ-1). */
    Set<PermissionDescriptor> permissions();

    /** Whether one of the devices that fit is in use by the document already, which then counts as granted (GUM-9). */
    boolean isInUse();

    /** Leaves out every device that the document does not use already. */
    void keepInUse();

    /**
     * Makes a track of the first device that fits and can be opened (GUM-13).
     *
     * @param panTiltZoom whether the track may move the camera
     * @param refusal looked at before each further device: what the application is to be told if the permission is gone
     * @return a promise that fails with what the application is to be told
     */
    Promise<? extends OwnedTrack> open(boolean panTiltZoom, Supplier<Optional<MediaException>> refusal);
}
