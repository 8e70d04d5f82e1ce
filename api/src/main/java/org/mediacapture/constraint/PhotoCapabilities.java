// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a camera can do for a photo. Immutable; unsupported is said by absence (PC-1, PC-6).
 *
 * @param redEyeReduction whether red eyes can be reduced
 * @param imageHeight heights of a photo in pixels
 * @param imageWidth widths of a photo in pixels
 * @param fillLightMode the ways to use the flash; empty if there is none
 * @see <a href="https://www.w3.org/TR/image-capture/#photocapabilities-section">Image Capture: PhotoCapabilities</a>
 */
public record PhotoCapabilities(
        RedEyeReduction redEyeReduction,
        Optional<MediaSettingsRange> imageHeight,
        Optional<MediaSettingsRange> imageWidth,
        List<FillLightMode> fillLightMode) {
    /** Makes capabilities; the list is copied. */
    public PhotoCapabilities {
        Objects.requireNonNull(redEyeReduction, "redEyeReduction");
        Objects.requireNonNull(imageHeight, "imageHeight");
        Objects.requireNonNull(imageWidth, "imageWidth");
        fillLightMode = List.copyOf(fillLightMode);
    }

    /**
     * The dictionary of these capabilities.
     *
     * @return a new map of the supported members
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("redEyeReduction", redEyeReduction.value());
        imageHeight.ifPresent(range -> members.put("imageHeight", range.toValue()));
        imageWidth.ifPresent(range -> members.put("imageWidth", range.toValue()));
        if (!fillLightMode.isEmpty()) {
            members.put(
                    "fillLightMode",
                    fillLightMode.stream().map(FillLightMode::value).toList());
        }
        return members;
    }
}
