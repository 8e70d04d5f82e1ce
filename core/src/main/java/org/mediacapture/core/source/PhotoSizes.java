// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.provider.VideoMode;

/** The photo sizes of a camera whose photos come from its stream: those of its modes. Pure functions. */
final class PhotoSizes {
    private PhotoSizes() {}

    /** What a stream can do for a photo: its sizes, each dimension for itself, and neither flash nor red-eye reduction. */
    static PhotoCapabilities of(List<VideoMode> modes) {
        return new PhotoCapabilities(
                RedEyeReduction.NEVER, range(modes, VideoMode::height), range(modes, VideoMode::width), List.of());
    }

    /**
     * The mode for a photo: the one whose size comes nearest to what is wished, each dimension on its own (IC-8); where no size is
     * wished, the camera's own choice (IC-7).
     *
     * @param usual the mode of the stream, which need not be interrupted where it is as near as any
     * @return another mode, or empty if the photo is to be taken in the usual one
     */
    static Optional<VideoMode> other(OpenCamera camera, PhotoSettings settings, VideoMode usual) {
        return settings.imageWidth().isEmpty() && settings.imageHeight().isEmpty()
                ? unlessOfSize(camera.photoMode(), usual)
                : nearest(camera.modes(), settings, usual);
    }

    private static Optional<VideoMode> unlessOfSize(Optional<VideoMode> mode, VideoMode usual) {
        return mode.isPresent() && isSameSize(mode.get(), usual) ? Optional.empty() : mode;
    }

    private static boolean isSameSize(VideoMode one, VideoMode other) {
        return one.width() == other.width() && one.height() == other.height();
    }

    static Optional<VideoMode> nearest(List<VideoMode> modes, PhotoSettings settings, VideoMode usual) {
        return modes.stream()
                .min(Comparator.comparingDouble(mode -> distance(mode, settings)))
                .filter(mode -> distance(mode, settings) < distance(usual, settings));
    }

    private static double distance(VideoMode mode, PhotoSettings settings) {
        return settings.imageWidth()
                        .map(width -> Math.abs(width - mode.width()))
                        .orElse(0.0)
                + settings.imageHeight()
                        .map(height -> Math.abs(height - mode.height()))
                        .orElse(0.0);
    }

    /** The range with the smallest difference of two neighbours as its step (PC-3), or empty without modes (PC-6). */
    private static Optional<MediaSettingsRange> range(List<VideoMode> modes, ToIntFunction<VideoMode> dimension) {
        int[] sizes = modes.stream().mapToInt(dimension).sorted().distinct().toArray();
        if (sizes.length == 0) {
            return Optional.empty();
        }
        int step = sizes.length == 1 ? 0 : Integer.MAX_VALUE;
        for (int i = 1; i < sizes.length; i++) {
            step = Math.min(step, sizes[i] - sizes[i - 1]);
        }
        return Optional.of(new MediaSettingsRange(sizes[0], sizes[sizes.length - 1], step));
    }
}
