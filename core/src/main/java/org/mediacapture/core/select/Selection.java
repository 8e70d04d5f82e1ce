// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/**
 * What the constraints came to. Immutable.
 *
 * @param mode the mode to stream in
 * @param output what the track gets of that mode's pictures
 * @param controls values for the constrained controls, modes before the values that depend on them (PX-27)
 * @param distance the fitness distance of the basic set, to compare cameras by
 */
public record Selection(VideoMode mode, Output output, MediaTrackSettings controls, double distance) {
    /** The same mode, with all controls as they are. */
    public Selection withoutControls() {
        return new Selection(mode, output, MediaTrackSettings.empty(), distance);
    }
}
