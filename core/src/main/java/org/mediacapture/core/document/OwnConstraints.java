// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.document;

import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;

/** What of the constraints of one kind of track is defined for that kind (GUM-6); the rest is as it was given. Pure functions. */
final class OwnConstraints {
    private OwnConstraints() {}

    static MediaTrackConstraints of(MediaTrackConstraints constraints, MediaKind kind) {
        return new MediaTrackConstraints(
                of(constraints.basic(), kind),
                constraints.advanced().stream().map(set -> of(set, kind)).toList());
    }

    private static MediaTrackConstraintSet of(MediaTrackConstraintSet set, MediaKind kind) {
        MediaTrackConstraintSet.Builder own = MediaTrackConstraintSet.builder();
        set.properties().stream()
                .filter(property -> property.media().contains(kind))
                .forEach(property -> own.with(property, set));
        return own.build();
    }
}
