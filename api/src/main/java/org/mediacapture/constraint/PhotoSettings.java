// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Wishes for one photo; they never change the track (IC-6). Immutable; all members are optional (PC-2).
 *
 * @param fillLightMode how the flash behaves
 * @param imageHeight height in pixels; the nearest that the camera has is taken (IC-8)
 * @param imageWidth width in pixels; the nearest that the camera has is taken (IC-8)
 * @param redEyeReduction whether to reduce red eyes
 * @see <a href="https://www.w3.org/TR/image-capture/#photosettings-section">Image Capture: PhotoSettings</a>
 */
public record PhotoSettings(
        Optional<FillLightMode> fillLightMode,
        Optional<Double> imageHeight,
        Optional<Double> imageWidth,
        Optional<Boolean> redEyeReduction) {
    private static final PhotoSettings NONE =
            new PhotoSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Makes settings.
     *
     * @throws IllegalArgumentException if a size is NaN or infinite (IDL-5)
     */
    public PhotoSettings {
        Objects.requireNonNull(fillLightMode, "fillLightMode");
        imageHeight.ifPresent(size -> ValueKind.DOUBLE.convert("imageHeight", size));
        imageWidth.ifPresent(size -> ValueKind.DOUBLE.convert("imageWidth", size));
        Objects.requireNonNull(redEyeReduction, "redEyeReduction");
    }

    /**
     * No wishes: <code>{}</code>.
     *
     * @return the empty settings
     */
    public static PhotoSettings none() {
        return NONE;
    }

    /**
     * Settings that wish a size.
     *
     * @param width in pixels
     * @param height in pixels
     * @return the settings
     */
    public static PhotoSettings ofSize(double width, double height) {
        return new PhotoSettings(Optional.empty(), Optional.of(height), Optional.of(width), Optional.empty());
    }

    /**
     * Converts a dictionary; unknown names are dropped (IDL-2), null members count as not given.
     *
     * @param members the members
     * @return the settings
     * @throws IllegalArgumentException if a value has no conversion
     */
    public static PhotoSettings fromMap(Map<String, ?> members) {
        return new PhotoSettings(
                member(members, "fillLightMode", ValueKind.STRING).map(FillLightMode::of),
                member(members, "imageHeight", ValueKind.DOUBLE),
                member(members, "imageWidth", ValueKind.DOUBLE),
                member(members, "redEyeReduction", ValueKind.BOOLEAN));
    }

    /**
     * The dictionary of these settings.
     *
     * @return a new map of the given members
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        fillLightMode.ifPresent(mode -> members.put("fillLightMode", mode.value()));
        imageHeight.ifPresent(height -> members.put("imageHeight", height));
        imageWidth.ifPresent(width -> members.put("imageWidth", width));
        redEyeReduction.ifPresent(flag -> members.put("redEyeReduction", flag));
        return members;
    }

    private static <T> Optional<T> member(Map<String, ?> members, String name, ValueKind<T> kind) {
        Object value = members.get(name);
        return value == null ? Optional.empty() : Optional.of(kind.convert(name, value));
    }
}
