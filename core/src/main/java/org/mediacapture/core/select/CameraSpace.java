// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.DoubleRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.ULongRange;
import org.mediacapture.provider.VideoMode;

/**
 * Everything that a camera can be set to: its modes, its controls, and what is unchangeable about it. Immutable.
 *
 * @param modes the camera's own modes, its default first, at least one
 * @param controls what can be steered in every mode
 * @param inherent deviceId, groupId and facingMode as the asking origin sees them (CM-15)
 */
public record CameraSpace(List<VideoMode> modes, MediaTrackCapabilities controls, MediaTrackSettings inherent) {
    /** The resize mode of a stream as the camera delivers it (RES-3). */
    public static final String RESIZE_NONE = "none";

    /** Makes a space; the list is copied. */
    public CameraSpace {
        modes = List.copyOf(modes);
    }

    /** What a track on this camera tells as its capabilities (AC-9). */
    public MediaTrackCapabilities capabilities() {
        MediaTrackCapabilities.Builder capabilities = MediaTrackCapabilities.builder();
        inherent.properties()
                .forEach(property -> capabilities.with(
                        property, Choices.of(inherent.get(property).orElseThrow())));
        if (modes.isEmpty()) {
            return capabilities.with(controls).build();
        }
        return capabilities
                .with(WIDTH, integers(VideoMode::width))
                .with(HEIGHT, integers(VideoMode::height))
                .with(ASPECT_RATIO, numbers(CameraSpace::aspectRatio))
                .with(FRAME_RATE, numbers(VideoMode::frameRate))
                .with(RESIZE_MODE, Choices.of(RESIZE_NONE))
                .with(controls)
                .build();
    }

    /** The settings that a mode fixes, with what is inherent. */
    public MediaTrackSettings fixed(VideoMode mode) {
        return inherent.with(MediaTrackSettings.builder()
                .with(WIDTH, (long) mode.width())
                .with(HEIGHT, (long) mode.height())
                .with(ASPECT_RATIO, aspectRatio(mode))
                .with(FRAME_RATE, mode.frameRate())
                .with(RESIZE_MODE, RESIZE_NONE)
                .build());
    }

    private static double aspectRatio(VideoMode mode) {
        return FitnessDistance.aspectRatio((double) mode.width() / mode.height());
    }

    private ULongRange integers(ToIntFunction<VideoMode> dimension) {
        IntSummaryStatistics range = modes.stream().mapToInt(dimension).summaryStatistics();
        return new ULongRange(range.getMin(), range.getMax());
    }

    private DoubleRange numbers(ToDoubleFunction<VideoMode> dimension) {
        DoubleSummaryStatistics range = modes.stream().mapToDouble(dimension).summaryStatistics();
        return new DoubleRange(range.getMin(), range.getMax());
    }
}
