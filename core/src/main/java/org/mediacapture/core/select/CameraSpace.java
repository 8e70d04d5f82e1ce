// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.List;
import java.util.Objects;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.CapabilityShape;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.provider.VideoMode;

/**
 * Everything that a camera can be set to: its modes, its controls, and what is unchangeable about it. Immutable.
 *
 * @param modes the camera's own modes, its default first; empty while they are not known
 * @param controls what can be steered in every mode; a range of a single value is none (PX-28)
 * @param inherent deviceId, groupId and facingMode as the asking origin sees them (CM-15)
 */
public record CameraSpace(List<VideoMode> modes, MediaTrackCapabilities controls, MediaTrackSettings inherent) {
    /** Makes a space; the list is copied. */
    public CameraSpace {
        modes = List.copyOf(modes);
        controls = withChoice(controls);
        Objects.requireNonNull(inherent, "inherent");
    }

    /**
     * What a track on this camera tells as its capabilities (AC-9): sizes from one pixel and rates from 0 up to the largest
     * of any mode, since the pictures are cropped, scaled down and dropped as asked (RES-1, RES-2).
     */
    public MediaTrackCapabilities capabilities() {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        inherent.properties()
                .forEach(property -> capabilities.with(
                        property, Choices.of(inherent.get(property).orElseThrow())));
        if (!modes.isEmpty()) {
            long width = modes.stream().mapToInt(VideoMode::width).max().orElseThrow();
            long height = modes.stream().mapToInt(VideoMode::height).max().orElseThrow();
            double rate = modes.stream().mapToDouble(VideoMode::frameRate).max().orElseThrow();
            capabilities
                    .with(WIDTH, new ULongRange(1, width))
                    .with(HEIGHT, new ULongRange(1, height))
                    .with(ASPECT_RATIO, new DoubleRange(FitnessDistance.aspectRatio(1.0 / height), width))
                    .with(FRAME_RATE, new DoubleRange(0, rate))
                    .with(RESIZE_MODE, Choices.of(Output.RESIZE_NONE, Output.CROP_AND_SCALE));
        }
        controls.properties().stream()
                .filter(property -> property.capabilityShape() != CapabilityShape.NONE) // points of interest: PX-25
                .forEach(property ->
                        capabilities.with(property, controls.get(property).orElseThrow()));
        return capabilities.build();
    }

    private static MediaTrackCapabilities withChoice(MediaTrackCapabilities controls) {
        MediaTrackCapabilities.Builder choices = MediaTrackCapabilities.builder();
        controls.properties().stream()
                .filter(property -> !isSingle(controls.get(property).orElseThrow()))
                .forEach(property ->
                        choices.with(property, controls.get(property).orElseThrow()));
        return choices.build();
    }

    private static boolean isSingle(Capability capability) {
        return capability instanceof MediaSettingsRange range && range.min() == range.max();
    }
}
