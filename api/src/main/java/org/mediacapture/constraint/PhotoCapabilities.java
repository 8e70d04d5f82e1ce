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
    /**
     * Makes capabilities; the list is copied.
     *
     * @param redEyeReduction whether red eyes can be reduced
     * @param imageHeight heights of a photo in pixels
     * @param imageWidth widths of a photo in pixels
     * @param fillLightMode the ways to use the flash; empty if there is none
     */
    public PhotoCapabilities {
        Objects.requireNonNull(redEyeReduction, "redEyeReduction");
        Objects.requireNonNull(imageHeight, "imageHeight");
        Objects.requireNonNull(imageWidth, "imageWidth");
        fillLightMode = List.copyOf(fillLightMode);
    }

    /**
     * Converts a dictionary; unknown names are dropped (IDL-2), null members count as not given. Ranges and lists that
     * are empty are left out, for unsupported is said by absence (PC-6).
     *
     * @param members {@code redEyeReduction} as a word of {@link RedEyeReduction} ("never" if it is missing, since the
     *     camera then has none), {@code imageHeight} and {@code imageWidth} as maps with {@code min}, {@code max} and
     *     {@code step} in pixels, and {@code fillLightMode} as a list of words of {@link FillLightMode}; all optional
     *     (PC-1)
     * @return the capabilities
     * @throws IllegalArgumentException if a value has no conversion; the message names the member, the value, and what
     *     is accepted
     */
    public static PhotoCapabilities fromMap(Map<String, ?> members) {
        Dictionary given = Dictionary.of(members);
        return new PhotoCapabilities(
                given.get("redEyeReduction")
                        .map(word -> RedEyeReduction.read(given.path("redEyeReduction"), word))
                        .orElse(RedEyeReduction.NEVER),
                range(given, "imageHeight"),
                range(given, "imageWidth"),
                given.get("fillLightMode")
                        .map(words -> fillLightModes(given.path("fillLightMode"), words))
                        .orElse(List.of()));
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

    private static Optional<MediaSettingsRange> range(Dictionary given, String name) {
        return given.get(name)
                .filter(range -> !Map.of().equals(range))
                .map(range -> MediaSettingsRange.read(given.path(name), range));
    }

    private static List<FillLightMode> fillLightModes(MemberPath path, Object value) {
        return Sequence.of(path, value, FillLightMode::read).orElseThrow(() -> path.wrong(value, "a list of strings"));
    }
}
