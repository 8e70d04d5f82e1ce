// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.Set;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.VideoResizeModeEnum;
import org.mediacapture.provider.VideoMode;

/**
 * What one track gets of the camera's pictures (RES-3). Immutable.
 *
 * @param width width in pixels, at least 1
 * @param height height in pixels, at least 1
 * @param frameRate frames per second as configured, finite and above 0 (RES-2)
 * @param cropAndScale whether resizeMode is "crop-and-scale"; a native size and rate may be told so too (CM-14)
 */
public record Output(int width, int height, double frameRate, boolean cropAndScale) {
    /** The resize mode of pictures as the camera delivers them (RES-3). */
    public static final String RESIZE_NONE = VideoResizeModeEnum.NONE.value();

    /** The resize mode of pictures that are cropped, scaled down, or of which some are dropped (RES-3). */
    public static final String CROP_AND_SCALE = VideoResizeModeEnum.CROP_AND_SCALE.value();

    /** The properties that an output settles. */
    static final Set<ConstrainableProperty<?>> PROPERTIES =
            Set.of(WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE, RESIZE_MODE);

    /**
     * Makes an output.
     *
     * @throws IllegalArgumentException if a size or the rate is out of range
     */
    public Output {
        if (width < 1 || height < 1 || !Double.isFinite(frameRate) || frameRate <= 0) {
            throw new IllegalArgumentException("Output(" + width + "x" + height + "@" + frameRate
                    + "): needs width, height >= 1 and a finite frame rate above 0");
        }
    }

    /** The pictures of a mode as they are. */
    public static Output of(VideoMode mode) {
        return new Output(mode.width(), mode.height(), mode.frameRate(), false);
    }

    /** Width, height, aspectRatio (RES-4), frameRate and resizeMode. */
    public MediaTrackSettings settings() {
        return MediaTrackSettings.builder()
                .with(WIDTH, (long) width)
                .with(HEIGHT, (long) height)
                .with(ASPECT_RATIO, FitnessDistance.aspectRatio((double) width / height))
                .with(FRAME_RATE, frameRate)
                .with(RESIZE_MODE, cropAndScale ? CROP_AND_SCALE : RESIZE_NONE)
                .build();
    }

    /** Whether these are all pictures of a mode in full size. */
    boolean isAllOf(VideoMode mode) {
        return width == mode.width() && height == mode.height() && frameRate == mode.frameRate();
    }

    /** Whether these are pictures of the same size and rate, however they come about. */
    public boolean looksLike(Output other) {
        return told(true).equals(other.told(true));
    }

    /** The same pictures, told with or without "crop-and-scale" (CM-14). */
    Output told(boolean scaled) {
        return new Output(width, height, frameRate, scaled);
    }

    @Override
    public String toString() {
        return width + "x" + height + "@" + frameRate + " " + (cropAndScale ? CROP_AND_SCALE : RESIZE_NONE);
    }
}
