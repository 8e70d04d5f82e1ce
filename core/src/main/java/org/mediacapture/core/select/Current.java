// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/**
 * What a camera is set to at present, and what the asking track gets of it. Immutable.
 *
 * @param mode the mode in which it streams, or empty
 * @param output what the track gets, or empty for a track that is still to come
 * @param controls the values of its controls, as far as they are known
 */
public record Current(Optional<VideoMode> mode, Optional<Output> output, MediaTrackSettings controls) {
    /** A camera that is closed. */
    public static final Current NONE = new Current(Optional.empty(), Optional.empty(), MediaTrackSettings.empty());

    /** Makes what is current. */
    public Current {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(controls, "controls");
    }

    boolean isMode(VideoMode other) {
        return mode.map(other::equals).orElse(false);
    }
}
