// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import java.util.Collection;
import java.util.Set;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.OverconstrainedException;

/** What a failed getUserMedia may tell an origin about devices (GUM-16 to GUM-18). Immutable. */
final class Discretion {
    private final Consent consent;
    private final Exposure exposure;
    private final Set<MediaKind> kinds;

    /**
     * Makes it for a request.
     *
     * @param consent what the permissions say to it
     * @param kinds what it asks for
     */
    Discretion(Consent consent, Exposure exposure, Collection<MediaKind> kinds) {
        this.consent = consent;
        this.exposure = exposure;
        this.kinds = Set.copyOf(kinds);
    }

    /** A failure that tells about devices is not for who is denied them (GUM-16). */
    MediaException disguised(MediaException failure) {
        return consent.refusal()
                .orElseGet(() -> failure instanceof OverconstrainedException unmet ? discreet(unmet) : failure);
    }

    /** The name of the constraint is told to who may know devices, or may use them anyway (GUM-17, GUM-18). */
    private OverconstrainedException discreet(OverconstrainedException failure) {
        boolean mayKnow = exposure.isAnyExposed() || kinds.stream().allMatch(exposure::isGranted);
        return mayKnow ? failure : new OverconstrainedException("", "no device meets the constraints");
    }
}
