// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.time;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How long the core waits for what. Immutable.
 *
 * @param open for a camera to open
 * @param firstFrame for the first frame of a started stream
 * @param stall for the next frame of a running stream
 * @param control for a control, a start or a stop
 * @param photo for a photo, and for a grabbed frame
 * @param close for a session to close
 * @param grace for a successor, when the provider behind a live track is gone
 */
public record Deadlines(
        Duration open,
        Duration firstFrame,
        Duration stall,
        Duration control,
        Duration photo,
        Duration close,
        Duration grace) {
    private static final int FRAMES_OF_PATIENCE = 3;

    /** The deadlines of ARCHITECTURE.md, section 6. */
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(8),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(5));

    /**
     * A deadline for a frame, or the time of a few frames where they come slower than that.
     *
     * @param frameRate frames per second
     */
    public static Duration orFrames(Duration deadline, double frameRate) {
        Duration frames = Duration.ofNanos((long) (FRAMES_OF_PATIENCE * 1e9 / frameRate));
        return Collections.max(List.of(deadline, frames));
    }

    /** A duration as a person reads it. */
    public static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
