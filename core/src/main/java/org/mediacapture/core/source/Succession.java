// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Demand;
import org.mediacapture.core.select.Output;
import org.mediacapture.core.select.Selection;
import org.mediacapture.provider.VideoMode;

/** Chooses the mode and the controls of a camera that is opened again: those in force, as far as it has them (HS-3). Pure. */
final class Succession {
    private static final Perspective NOBODY = new Perspective(MediaTrackSettings.empty(), false);

    private Succession() {}

    /**
     * The mode in force if the opened camera has it and the tracks still agree to it, else one that gives each track what was
     * selected for it, else what their constraints come to. A mode that leaves all tracks with less is not kept.
     *
     * @param before what the camera was set to
     * @param opened what the opened camera can do
     * @param tracks the tracks that wait for it, the oldest first; none if they were stopped meanwhile
     */
    static Selection select(SourceView before, SourceView opened, List<SourceTrack> tracks) {
        List<VideoMode> modes = preferred(before, opened.modes(), tracks);
        Optional<SourceTrack> first = tracks.stream().findFirst();
        Selection selection = ConstraintSolver.select(
                opened.space(first.map(SourceTrack::perspective).orElse(NOBODY), modes),
                before.current(first.flatMap(track -> track.demand().output())),
                first.map(track -> track.perspective().permitted(track.getConstraints()))
                        .orElseGet(MediaTrackConstraints::none),
                tracks.stream().skip(1).map(SourceTrack::demand).toList());
        MediaTrackSettings controls = selection.controls().with(controlsInForce(before, opened));
        return new Selection(selection.mode(), selection.output(), controls, selection.distance());
    }

    private static List<VideoMode> preferred(SourceView before, List<VideoMode> modes, List<SourceTrack> tracks) {
        List<Demand> demands = tracks.stream().map(SourceTrack::demand).toList();
        List<VideoMode> inForce = modes.stream()
                .filter(mode -> isSameStream(mode, before.mode()) && suits(mode, demands))
                .toList();
        if (!inForce.isEmpty()) {
            return inForce;
        }
        List<VideoMode> asSelected = modes.stream()
                .filter(mode -> demands.stream().allMatch(demand -> isMetAsSelected(mode, demand)))
                .toList();
        return asSelected.isEmpty() ? modes : asSelected;
    }

    private static boolean suits(VideoMode mode, List<Demand> demands) {
        return demands.stream()
                        .allMatch(
                                demand -> ConstraintSolver.output(mode, demand).isPresent())
                && (demands.isEmpty() || demands.stream().anyMatch(demand -> isMetAsSelected(mode, demand)));
    }

    private static boolean isMetAsSelected(VideoMode mode, Demand demand) {
        Optional<Output> selected = demand.output();
        return ConstraintSolver.output(mode, demand)
                .filter(output -> selected.filter(output::looksLike).isPresent())
                .isPresent();
    }

    /**
     * The values that tracks have set, as far as the opened camera has others and can take them, modes first (PX-27). What an
     * automatic mode chose is not among them: the next camera's will choose for itself.
     */
    private static MediaTrackSettings controlsInForce(SourceView before, SourceView opened) {
        MediaTrackSettings.Builder controls = MediaTrackSettings.builder();
        before.values().properties().stream()
                .filter(before.steered()::contains)
                .filter(property -> counts(property, before.values()))
                .filter(property ->
                        !before.values().get(property).equals(opened.values().get(property)))
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

    private static boolean counts(ConstrainableProperty<?> property, MediaTrackSettings values) {
        return property.dependsOn()
                .map(depends -> values.get(depends.mode())
                        .filter(depends.values()::contains)
                        .isPresent())
                .orElse(true);
    }

    private static boolean isSameStream(VideoMode mode, Optional<VideoMode> inForce) {
        return inForce.filter(before -> before.width() == mode.width()
                        && before.height() == mode.height()
                        && before.frameRate() == mode.frameRate())
                .isPresent();
    }
}
