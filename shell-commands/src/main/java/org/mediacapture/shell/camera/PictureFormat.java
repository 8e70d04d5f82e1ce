// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.output.Numbers;

/** Prints size and rate of a track. Thread-safe. */
public final class PictureFormat {
    private PictureFormat() {}

    /**
     * Size and rate.
     *
     * @param settings the settings of a track
     * @return for example "640x480 @ 30 fps"; what is not known is left out
     */
    public static String of(MediaTrackSettings settings) {
        Optional<String> size = settings.get(ConstrainableProperty.WIDTH)
                .flatMap(width -> settings.get(ConstrainableProperty.HEIGHT).map(height -> width + "x" + height));
        Optional<String> rate = settings.get(ConstrainableProperty.FRAME_RATE).map(fps -> Numbers.shown(fps) + " fps");
        return Stream.of(size, rate).flatMap(Optional::stream).collect(Collectors.joining(" @ "));
    }
}
