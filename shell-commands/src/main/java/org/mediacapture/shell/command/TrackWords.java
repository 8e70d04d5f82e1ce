// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.shell.camera.OpenTrack;
import org.mediacapture.shell.words.Arguments;
import org.mediacapture.shell.words.ConstraintWords;
import org.mediacapture.shell.words.Usage;
import org.mediacapture.stream.MediaStreamTrackState;

/** Reads constraints for a track that is open, whose device may declare properties of its own. Thread-safe. */
final class TrackWords {
    private TrackWords() {}

    /**
     * Reads constraints.
     *
     * @throws IllegalArgumentException if a word is no constraint
     * @throws MediaException with InvalidStateError if the track has ended, where they would be ignored (AC-1)
     */
    static MediaTrackConstraints read(Usage usage, OpenTrack open, List<Object> words) {
        List<ConstrainableProperty<?>> vendor = open.track().getCapabilities().properties().stream()
                .filter(ConstrainableProperty::isVendor)
                .toList();
        ConstraintWords constraints = new ConstraintWords(vendor);
        for (Object word : words) {
            if (!ConstraintWords.isMeant(word)) {
                throw usage.wrong(Arguments.shown(word) + " is no constraint");
            }
            constraints.add(word);
        }
        MediaTrackConstraints read = MediaTrackConstraints.fromMap(constraints.toMap(), vendor);
        if (open.track().readyState() == MediaStreamTrackState.ENDED) {
            throw new MediaException(ErrorName.INVALID_STATE, open.name() + " has ended; nothing was applied");
        }
        return read;
    }
}
