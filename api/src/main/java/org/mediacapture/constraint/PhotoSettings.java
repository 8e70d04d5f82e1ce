// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Wishes for one photo; they never change the track (IC-6). Immutable; all members are optional (PC-2).
 *
 * <p>The members {@code type} and {@code quality} are an extension of this project: the specification leaves the type
 * of the photo to the browser (IC-16). They are named and meant as in
 * <a href="https://html.spec.whatwg.org/multipage/canvas.html#imageencodeoptions">ImageEncodeOptions</a>.
 *
 * @param fillLightMode how the flash behaves
 * @param imageHeight height in pixels; the nearest that the camera has is taken (IC-8)
 * @param imageWidth width in pixels; the nearest that the camera has is taken (IC-8)
 * @param redEyeReduction whether to reduce red eyes
 * @param type extension: MIME type of the photo, "image/jpeg" or "image/png"; empty means image/jpeg
 * @param quality extension: quality of a lossy type, 0 (smallest file) to 1 (best); empty means as the camera sent it,
 *     or 0.92 where it has to be encoded
 * @see <a href="https://www.w3.org/TR/image-capture/#photosettings-section">Image Capture: PhotoSettings</a>
 */
public record PhotoSettings(
        Optional<FillLightMode> fillLightMode,
        Optional<Double> imageHeight,
        Optional<Double> imageWidth,
        Optional<Boolean> redEyeReduction,
        Optional<String> type,
        Optional<Double> quality) {
    private static final PhotoSettings NONE = builder().build();

    /**
     * Makes settings.
     *
     * @param fillLightMode how the flash behaves
     * @param imageHeight height in pixels; the nearest that the camera has is taken (IC-8)
     * @param imageWidth width in pixels; the nearest that the camera has is taken (IC-8)
     * @param redEyeReduction whether to reduce red eyes
     * @param type extension: MIME type of the photo, "image/jpeg" or "image/png"; empty means image/jpeg
     * @param quality extension: quality of a lossy type, 0 (smallest file) to 1 (best); empty means as the camera sent it,
     *     or 0.92 where it has to be encoded
     * @throws IllegalArgumentException if a size or the quality is NaN or infinite (IDL-5), or the quality is not
     *     within 0 to 1
     */
    public PhotoSettings {
        Objects.requireNonNull(fillLightMode, "fillLightMode");
        imageHeight.ifPresent(size -> ValueKind.DOUBLE.convert("imageHeight", size));
        imageWidth.ifPresent(size -> ValueKind.DOUBLE.convert("imageWidth", size));
        Objects.requireNonNull(redEyeReduction, "redEyeReduction");
        Objects.requireNonNull(type, "type");
        if (quality.isPresent() && !(quality.get() >= 0 && quality.get() <= 1)) {
            throw new IllegalArgumentException("quality: " + quality.get() + " is not a number from 0 to 1");
        }
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
        return builder().imageWidth(width).imageHeight(height).build();
    }

    /**
     * Begins to collect settings.
     *
     * @return a new builder without settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Converts a dictionary; unknown names are dropped (IDL-2), null members count as not given (IDL-3).
     *
     * @param members {@code fillLightMode} as a word of {@link FillLightMode}, {@code imageHeight} and
     *     {@code imageWidth} in pixels, {@code redEyeReduction} as a boolean, and the extensions {@code type} and
     *     {@code quality}; all optional
     * @return the settings
     * @throws IllegalArgumentException if a value has no conversion (IDL-4, IDL-5); the message names the member, the
     *     value, and what is accepted
     */
    public static PhotoSettings fromMap(Map<String, ?> members) {
        Dictionary given = Dictionary.of(members);
        return new PhotoSettings(
                given.get("fillLightMode").map(mode -> FillLightMode.read(given.path("fillLightMode"), mode)),
                given.get("imageHeight", ValueKind.DOUBLE),
                given.get("imageWidth", ValueKind.DOUBLE),
                given.get("redEyeReduction", ValueKind.BOOLEAN),
                given.get("type", ValueKind.STRING),
                given.get("quality", ValueKind.DOUBLE));
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
        type.ifPresent(mime -> members.put("type", mime));
        quality.ifPresent(value -> members.put("quality", value));
        return members;
    }

    /** Collects settings. For use by one thread. */
    public static final class Builder {
        private Optional<FillLightMode> fillLightMode = Optional.empty();
        private Optional<Double> imageHeight = Optional.empty();
        private Optional<Double> imageWidth = Optional.empty();
        private Optional<Boolean> redEyeReduction = Optional.empty();
        private Optional<String> type = Optional.empty();
        private Optional<Double> quality = Optional.empty();

        private Builder() {}

        /**
         * How the flash shall behave.
         *
         * @param mode the mode
         * @return this builder
         */
        public Builder fillLightMode(FillLightMode mode) {
            fillLightMode = Optional.of(mode);
            return this;
        }

        /**
         * The height wished.
         *
         * @param height in pixels
         * @return this builder
         */
        public Builder imageHeight(double height) {
            imageHeight = Optional.of(height);
            return this;
        }

        /**
         * The width wished.
         *
         * @param width in pixels
         * @return this builder
         */
        public Builder imageWidth(double width) {
            imageWidth = Optional.of(width);
            return this;
        }

        /**
         * Whether to reduce red eyes.
         *
         * @param reduce true to reduce them
         * @return this builder
         */
        public Builder redEyeReduction(boolean reduce) {
            redEyeReduction = Optional.of(reduce);
            return this;
        }

        /**
         * Extension: the MIME type of the photo.
         *
         * @param mime "image/jpeg" or "image/png"
         * @return this builder
         */
        public Builder type(String mime) {
            type = Optional.of(mime);
            return this;
        }

        /**
         * Extension: the quality of a lossy type.
         *
         * @param value 0 (smallest file) to 1 (best)
         * @return this builder
         */
        public Builder quality(double value) {
            quality = Optional.of(value);
            return this;
        }

        /**
         * Makes the settings.
         *
         * @return the settings
         * @throws IllegalArgumentException if a value is out of range
         */
        public PhotoSettings build() {
            return new PhotoSettings(fillLightMode, imageHeight, imageWidth, redEyeReduction, type, quality);
        }
    }
}
