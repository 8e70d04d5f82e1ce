// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Optional;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/**
 * What a camera is set to at present. Immutable.
 *
 * @param mode the mode in which it streams, or empty
 * @param controls the values of its controls, as far as they are known
 */
public record Current(Optional<VideoMode> mode, MediaTrackSettings controls) {
    /** A camera that is closed. */
    public static final Current NONE = new Current(Optional.empty(), MediaTrackSettings.empty());

    boolean isMode(VideoMode other) {
        return mode.map(other::equals).orElse(false);
    }
}
