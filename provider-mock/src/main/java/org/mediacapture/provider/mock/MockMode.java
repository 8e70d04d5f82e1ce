// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** The modes that mock cameras have, and how a configuration writes them. */
final class MockMode {
    /** Three sizes at 30 frames a second, each uncompressed and as JPEG pictures, and a large one, uncompressed. */
    static final List<VideoMode> DEFAULTS = Stream.of(
                    "640x480@30 I420",
                    "640x480@30 MJPEG",
                    "1280x720@30 I420",
                    "1280x720@30 MJPEG",
                    "1920x1080@30 I420",
                    "1920x1080@30 MJPEG",
                    "3840x2160@15 I420")
            .map(MockMode::parse)
            .toList();

    private static final int MIN_WIDTH = 64;
    private static final int MIN_HEIGHT = 48;
    private static final int MAX_SIZE = 8192;
    private static final double MAX_RATE = 1000;

    /** What sizes are accepted, for messages. */
    static final String SIZES =
            "accepted are " + MIN_WIDTH + "x" + MIN_HEIGHT + " to " + MAX_SIZE + "x" + MAX_SIZE + " pixels";

    private MockMode() {}

    /** Whether a picture can have this size. */
    static boolean isSize(int width, int height) {
        return width >= MIN_WIDTH && height >= MIN_HEIGHT && Math.max(width, height) <= MAX_SIZE;
    }

    /**
     * Reads a mode.
     *
     * @param text such as "640x480@30 I420"; without a format it is I420
     * @throws IllegalArgumentException if it is no mode that a mock camera can have; the message tells what is accepted
     */
    static VideoMode parse(String text) {
        Matcher matcher = Pattern.compile("(\\d{1,5})x(\\d{1,5})@(\\d{1,4}(?:\\.\\d{1,6})?)(?: +(I420|MJPEG))?")
                .matcher(text);
        if (matcher.matches()) {
            int width = Integer.parseInt(matcher.group(1));
            int height = Integer.parseInt(matcher.group(2));
            double rate = Double.parseDouble(matcher.group(3));
            if (isSize(width, height) && rate > 0 && rate <= MAX_RATE) {
                PixelFormat format = Optional.ofNullable(matcher.group(4))
                        .map(PixelFormat::valueOf)
                        .orElse(PixelFormat.I420);
                return new VideoMode(width, height, rate, format);
            }
        }
        throw new IllegalArgumentException("modes: \"" + text + "\" is not WIDTHxHEIGHT@RATE, optionally with I420 or"
                + " MJPEG after a space, such as \"640x480@30 MJPEG\"; " + SIZES + " and up to " + (int) MAX_RATE
                + " frames a second");
    }
}
