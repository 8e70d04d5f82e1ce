// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ModeDependency;

/**
 * The mode that a property depends on, as far as a camera has it (PX-27). Immutable.
 *
 * @param dependency what the property depends on; empty if it counts always
 * @param choices the modes that the camera has
 */
record ModeChoice(Optional<ModeDependency> dependency, List<String> choices) {
    static ModeChoice of(MediaTrackCapabilities controls, ConstrainableProperty<?> property) {
        Optional<Choices> listed = property.dependsOn()
                .flatMap(depends -> controls.get(depends.mode()))
                .filter(Choices.class::isInstance)
                .map(Choices.class::cast);
        // A camera whose mode cannot be steered has values that count always.
        return listed.map(modes -> new ModeChoice(
                        property.dependsOn(),
                        modes.values().stream().map(String::valueOf).toList()))
                .orElseGet(() -> new ModeChoice(Optional.empty(), List.of()));
    }

    /** Whether the property can count at all. */
    boolean isPossible() {
        return dependency.isEmpty() || choice(true).isPresent();
    }

    /** Whether there is a mode in which it counts, and one in which it does not. */
    boolean hasBoth() {
        return dependency.isPresent()
                && choice(true).isPresent()
                && choice(false).isPresent();
    }

    /** Whether the property counts with these settings. */
    boolean isIn(MediaTrackSettings settings) {
        return dependency.isEmpty()
                || settings.get(dependency.get().mode())
                        .filter(dependency.get().values()::contains)
                        .isPresent();
    }

    /** The setting that has the property count; empty if none is needed or possible. */
    MediaTrackSettings enabling() {
        return setting(true);
    }

    /** The setting that has the property not count; empty if none is possible. */
    MediaTrackSettings disabling() {
        return setting(false);
    }

    private MediaTrackSettings setting(boolean counts) {
        return choice(counts)
                .map(mode -> MediaTrackSettings.builder()
                        .with(dependency.orElseThrow().mode(), mode)
                        .build())
                .orElseGet(MediaTrackSettings::empty);
    }

    /** A mode that lasts; a single sweep does not. */
    private Optional<String> choice(boolean counts) {
        return dependency.flatMap(depends -> choices.stream()
                .filter(mode -> !mode.equals("single-shot") && depends.values().contains(mode) == counts)
                .findFirst());
    }
}
