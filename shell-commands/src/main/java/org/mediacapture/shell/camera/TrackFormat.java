// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.shell.output.Numbers;

/** Prints size and rate of a track. Thread-safe. */
public final class TrackFormat {
    private TrackFormat() {}

    /**
     * Size and rate of pictures, rate and channels of sound.
     *
     * @param kind what the track carries
     * @param settings the settings of the track
     * @return for example "640x480 @ 30 fps" or "48000 Hz, channels 2"; what is not known is left out
     */
    public static String of(MediaKind kind, MediaTrackSettings settings) {
        return kind == MediaKind.VIDEO ? picture(settings) : sound(settings);
    }

    private static String picture(MediaTrackSettings settings) {
        Optional<String> size = settings.get(ConstrainableProperty.WIDTH)
                .flatMap(width -> settings.get(ConstrainableProperty.HEIGHT).map(height -> width + "x" + height));
        Optional<String> rate = settings.get(ConstrainableProperty.FRAME_RATE).map(fps -> Numbers.shown(fps) + " fps");
        return joined(" @ ", size, rate);
    }

    private static String sound(MediaTrackSettings settings) {
        return joined(
                ", ",
                settings.get(ConstrainableProperty.SAMPLE_RATE).map(hertz -> hertz + " Hz"),
                settings.get(ConstrainableProperty.CHANNEL_COUNT).map(channels -> "channels " + channels));
    }

    private static String joined(String separator, Optional<String> first, Optional<String> second) {
        return Stream.of(first, second).flatMap(Optional::stream).collect(Collectors.joining(separator));
    }
}
