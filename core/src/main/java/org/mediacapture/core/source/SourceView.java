// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.admin.CameraState;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.select.Output;
import org.mediacapture.provider.VideoMode;

/**
 * What a source is like at a moment, for readers on any thread. Immutable.
 *
 * @param state what the camera is doing
 * @param cause why, or ""
 * @param inUse the offer through which it is open
 * @param modes the modes of the open camera, kept while it is closed for a moment; empty when idle
 * @param controls what can be steered
 * @param mode the mode in which it streams
 * @param values the values of the controls
 * @param steered the controls that tracks have set since the camera was idle
 * @param photoMode the mode for a photo of no wished size, or empty if it is that of the stream
 * @param still what its own still part can do, or empty if photos come from the stream
 * @param photoCapabilities what the camera can do for a photo (IC-11): by its still part, else by its modes
 */
public record SourceView(
        CameraState state,
        String cause,
        Optional<Offer> inUse,
        List<VideoMode> modes,
        MediaTrackCapabilities controls,
        Optional<VideoMode> mode,
        MediaTrackSettings values,
        Set<ConstrainableProperty<?>> steered,
        Optional<VideoMode> photoMode,
        Optional<PhotoCapabilities> still,
        PhotoCapabilities photoCapabilities) {
    static final SourceView IDLE = new SourceView(
            CameraState.IDLE,
            "",
            Optional.empty(),
            List.of(),
            MediaTrackCapabilities.empty(),
            Optional.empty(),
            MediaTrackSettings.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            PhotoSizes.of(List.of()));

    /** What the camera can be set to, as a track sees it. */
    public CameraSpace space(Perspective perspective) {
        return space(perspective, modes);
    }

    /** What the camera can be set to in some of its modes. */
    CameraSpace space(Perspective perspective, List<VideoMode> some) {
        return new CameraSpace(some, perspective.visible(controls), perspective.inherent());
    }

    /** What the camera is set to, seen from a track that gets an output of it, or from a new one. */
    public Current current(Optional<Output> output) {
        return new Current(mode, output, values);
    }

    /** The settings of a track (AC-7). */
    public MediaTrackSettings settings(Perspective perspective, Output output) {
        return perspective.inherent().with(output.settings()).with(perspective.visible(values));
    }

    /** What a track remembers that has ended, for as long as somebody holds it: nothing of the provider, which may be replaced. */
    public SourceView remembered() {
        return closed(state, cause);
    }

    /** Whether it tells an operator the same, whatever the camera is set to. */
    boolean looksLike(SourceView other) {
        return state == other.state && cause.equals(other.cause) && inUse.equals(other.inUse);
    }

    SourceView in(CameraState newState, String why) {
        return new SourceView(
                newState, why, inUse, modes, controls, mode, values, steered, photoMode, still, photoCapabilities);
    }

    static SourceView opened(Offer offer, OpenCamera camera) {
        return new SourceView(
                CameraState.OPENING,
                "",
                Optional.of(offer),
                camera.modes(),
                camera.controls(),
                Optional.empty(),
                camera.settings(),
                Set.of(),
                camera.photoMode(),
                camera.stillCapabilities(),
                camera.stillCapabilities().orElseGet(() -> PhotoSizes.of(camera.modes())));
    }

    SourceView set(Optional<VideoMode> newMode, MediaTrackSettings newValues) {
        return new SourceView(
                state, cause, inUse, modes, controls, newMode, newValues, steered, photoMode, still, photoCapabilities);
    }

    /** Tracks have set these controls too. */
    SourceView steering(Collection<ConstrainableProperty<?>> controls) {
        Set<ConstrainableProperty<?>> all = new HashSet<>(steered);
        all.addAll(controls);
        return new SourceView(
                state,
                cause,
                inUse,
                modes,
                this.controls,
                mode,
                values,
                Set.copyOf(all),
                photoMode,
                still,
                photoCapabilities);
    }

    /** Closed for a while: what was known stays known. */
    SourceView closed(CameraState newState, String why) {
        return new SourceView(
                newState,
                why,
                Optional.empty(),
                modes,
                controls,
                mode,
                values,
                steered,
                photoMode,
                still,
                photoCapabilities);
    }
}
