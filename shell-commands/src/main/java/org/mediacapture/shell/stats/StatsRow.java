// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.stats;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.admin.FrameStatistics;

/**
 * A camera, or one of its tracks, in a table of statistics. Immutable.
 *
 * @param camera short name of the camera
 * @param track short name or identifier of the track; "" if the row is the camera's
 * @param state what it is doing
 * @param frames its frames
 * @param consumers how many read them; empty of a camera
 * @param holder the bundle that holds the track, with the origin if that is another; "" of a camera
 */
record StatsRow(
        String camera, String track, String state, FrameStatistics frames, Optional<Integer> consumers, String holder) {
    static final List<String> HEADER = List.of(
            "CAMERA",
            "TRACK",
            "STATE",
            "RATE",
            "LATENCY",
            "DELIVERED",
            "DISCARDED",
            "TOTAL",
            "FRAME",
            "CONSUMERS",
            "BUNDLE");

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String NONE = "-";

    StatsRow {
        Objects.requireNonNull(camera, "camera");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(frames, "frames");
        Objects.requireNonNull(consumers, "consumers");
        Objects.requireNonNull(holder, "holder");
    }

    /** Latency in milliseconds. */
    static double millis(Duration latency) {
        return latency.toNanos() / NANOS_PER_MILLI;
    }

    List<String> cells() {
        return List.of(
                camera,
                track.isEmpty() ? NONE : track,
                state,
                frames.total() == 0 ? NONE : decimal(frames.frameRate()) + " fps",
                frames.latency()
                        .map(latency -> decimal(millis(latency)) + " ms")
                        .orElse(NONE),
                String.valueOf(frames.delivered()),
                String.valueOf(frames.discarded()),
                String.valueOf(frames.total()),
                size(),
                consumers.map(String::valueOf).orElse(NONE),
                holder.isEmpty() ? NONE : holder);
    }

    /** The bytes of the newest frame, and where they are. */
    private String size() {
        String parts = Stream.of(part(frames.heapBytes(), "heap"), part(frames.nativeBytes(), "native"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" + "));
        return parts.isEmpty() ? NONE : parts;
    }

    private static Optional<String> part(long bytes, String where) {
        return bytes == 0 ? Optional.empty() : Optional.of(bytes + " B " + where);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
