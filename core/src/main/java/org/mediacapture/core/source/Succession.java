// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Selection;
import org.mediacapture.provider.VideoMode;

/** Chooses the mode and the controls of a successor: those in force, as far as it has them (HS-3). Pure functions. */
final class Succession {
    private Succession() {}

    /**
     * The mode in force if the successor has it, else what the constraints come to.
     *
     * @param before what the camera was set to
     * @param opened what the successor can do
     * @param first the oldest track
     * @param acceptable the modes to which all tracks agree
     */
    static Selection select(SourceView before, SourceView opened, SourceTrack first, Predicate<VideoMode> acceptable) {
        Predicate<VideoMode> inForce = acceptable.and(mode -> isSameStream(mode, before.mode()));
        Selection selection = ConstraintSolver.select(
                opened.space(first.inherent()),
                before.current(),
                first.getConstraints(),
                opened.modes().stream().anyMatch(inForce) ? inForce : acceptable);
        MediaTrackSettings controls = selection.controls().with(controlsInForce(before, opened));
        return new Selection(selection.mode(), controls, selection.distance());
    }

    /** The values of the controls, as far as the opened camera can take them, modes first (PX-27). */
    private static MediaTrackSettings controlsInForce(SourceView before, SourceView opened) {
        MediaTrackSettings.Builder controls = MediaTrackSettings.builder();
        before.values().properties().stream()
                .sorted(Comparator.comparing(property -> property.dependsOn().isPresent()))
                .forEach(property -> {
                    Object value = before.values().get(property).orElseThrow();
                    opened.controls()
                            .get(property)
                            .filter(capability -> capability.admits(value))
                            .ifPresent(capability -> controls.convert(property, value));
                });
        return controls.build();
    }

    private static boolean isSameStream(VideoMode mode, Optional<VideoMode> inForce) {
        return inForce.filter(before -> before.width() == mode.width()
                        && before.height() == mode.height()
                        && before.frameRate() == mode.frameRate())
                .isPresent();
    }
}
