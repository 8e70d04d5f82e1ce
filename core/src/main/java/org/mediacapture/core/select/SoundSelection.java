// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import org.mediacapture.constraint.MediaTrackSettings;

/**
 * What the constraints on a microphone came to. Immutable.
 *
 * @param settings what is inherent, and a value for each capability (AC-7)
 * @param distance the fitness distance of the basic set, to compare microphones by
 */
public record SoundSelection(MediaTrackSettings settings, double distance) {}
