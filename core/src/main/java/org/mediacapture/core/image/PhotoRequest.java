// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.image;

import java.util.Optional;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.FillLightMode;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.constraint.PhotoSettings;
import org.mediacapture.constraint.RedEyeReduction;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.select.Excerpt;

/** The wishes for a photo, held against what the camera can do (IC-9). Immutable. */
record PhotoRequest(PhotoSettings settings, PhotoCapabilities camera) {
    private static final String JPEG = "image/jpeg";
    private static final int LEGIBLE = 80;

    /**
     * Refuses a type that cannot be made.
     *
     * @throws MediaException with NotSupportedError
     */
    void checkType(Codecs codecs) {
        String type = settings.type().orElse(JPEG);
        if (!type.equals(JPEG) && !codecs.encodes(type)) {
            throw unsupported("type", "\"" + Excerpt.of(type, LEGIBLE) + "\"", "image/jpeg and image/png are");
        }
    }

    /**
     * Refuses flash and red-eye reduction that the camera does not have.
     *
     * @throws MediaException with NotSupportedError
     */
    void checkLight() {
        Optional<FillLightMode> light = settings.fillLightMode();
        if (light.isPresent() && !camera.fillLightMode().contains(light.get())) {
            throw unsupported("fillLightMode", light.get().value(), "the camera has " + lights());
        }
        if (settings.redEyeReduction().isPresent() && camera.redEyeReduction() != RedEyeReduction.CONTROLLABLE) {
            throw unsupported(
                    "redEyeReduction",
                    settings.redEyeReduction().get(),
                    "the camera does it " + camera.redEyeReduction().value());
        }
    }

    /**
     * The settings, if the camera has the size.
     *
     * @throws MediaException with NotSupportedError
     */
    PhotoSettings withCheckedSize() {
        check("imageWidth", settings.imageWidth(), camera.imageWidth());
        check("imageHeight", settings.imageHeight(), camera.imageHeight());
        return withNearestSize();
    }

    /** The settings, with a size within what the camera has; without one where the camera tells of none. */
    PhotoSettings withNearestSize() {
        if (settings.imageWidth().isEmpty() && settings.imageHeight().isEmpty()) {
            return settings;
        }
        return new PhotoSettings(
                settings.fillLightMode(),
                within(settings.imageHeight(), camera.imageHeight()),
                within(settings.imageWidth(), camera.imageWidth()),
                settings.redEyeReduction(),
                settings.type(),
                settings.quality());
    }

    private static Optional<Double> within(Optional<Double> wish, Optional<MediaSettingsRange> sizes) {
        return wish.flatMap(size -> sizes.map(range -> Math.min(Math.max(size, range.min()), range.max())));
    }

    private static void check(String member, Optional<Double> wish, Optional<MediaSettingsRange> sizes) {
        if (wish.isPresent() && sizes.filter(range -> !range.admits(wish.get())).isPresent()) {
            throw unsupported(
                    member,
                    wish.get(),
                    "the camera has " + sizes.get().min() + " to " + sizes.get().max() + " px");
        }
    }

    private String lights() {
        return camera.fillLightMode().isEmpty()
                ? "no flash"
                : String.join(
                        ", ",
                        camera.fillLightMode().stream()
                                .map(FillLightMode::value)
                                .toList());
    }

    private static MediaException unsupported(String member, Object value, String accepted) {
        return new MediaException(ErrorName.NOT_SUPPORTED, member + ": " + value + " is not supported: " + accepted);
    }
}
