// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;

/**
 * What a mock camera can do for photos of its own. Immutable.
 *
 * @param sizes the sizes of photos
 * @param redEyeReduction whether it reduces red eyes
 * @param fillLightModes the modes of its flash; empty if it has none
 */
record StillDescription(PhotoSizes sizes, RedEyeReduction redEyeReduction, List<FillLightMode> fillLightModes) {
    StillDescription {
        fillLightModes = List.copyOf(fillLightModes);
    }

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException if a value is wrong; the message names its key and what is accepted
     */
    static StillDescription of(PhotoSizes sizes, String redEyeReduction, List<String> fillLightModes) {
        return new StillDescription(
                sizes,
                redEye(redEyeReduction),
                fillLightModes.stream().map(StillDescription::fillLight).toList());
    }

    PhotoCapabilities capabilities() {
        return new PhotoCapabilities(
                redEyeReduction, Optional.of(sizes.height()), Optional.of(sizes.width()), fillLightModes);
    }

    /** How photos are taken without wishes. */
    PhotoSettings settings() {
        PhotoSettings.Builder settings = PhotoSettings.builder()
                .imageWidth(sizes.initial().width())
                .imageHeight(sizes.initial().height());
        fillLightMode().ifPresent(settings::fillLightMode);
        if (redEyeReduction != RedEyeReduction.NEVER) {
            settings.redEyeReduction(redEyeReduction == RedEyeReduction.ALWAYS);
        }
        return settings.build();
    }

    /** The mode of the flash without a wish; empty if there is no flash. */
    Optional<FillLightMode> fillLightMode() {
        return fillLightModes.stream().findFirst();
    }

    private static RedEyeReduction redEye(String text) {
        return Arrays.stream(RedEyeReduction.values())
                .filter(value -> value.value().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("photo.redEyeReduction: \"" + text + "\" is not one of "
                        + Arrays.stream(RedEyeReduction.values())
                                .map(RedEyeReduction::value)
                                .collect(Collectors.joining(", "))));
    }

    private static FillLightMode fillLight(String text) {
        return Arrays.stream(FillLightMode.values())
                .filter(value -> value.value().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("photo.fillLightMode: \"" + text + "\" is not one of "
                        + Arrays.stream(FillLightMode.values())
                                .map(FillLightMode::value)
                                .collect(Collectors.joining(", "))));
    }
}
