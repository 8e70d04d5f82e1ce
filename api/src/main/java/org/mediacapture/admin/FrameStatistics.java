// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.admin;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the frames of a camera or of a track flow: what the core counted itself, at the moment of the question. Immutable.
 *
 * @param delivered frames that were let through: of a camera to its tracks, of a track to whoever reads it, also if nobody does
 * @param discarded frames that were left out: of a camera while its tracks were muted, of a track to keep its rate
 * @param total all frames that the camera made since it came, or since the track was made; also those that were lost on the way,
 *     which is told by gaps in their numbers. While a track is disabled nothing of it is counted
 * @param frameRate frames per second at present, from when the newest ones came, at most 64 of the last ten seconds, at least
 *     two; 0 while none come, which is known after a second, of a slow camera after three times its interval
 * @param latency how old frames are by the clock of the JVM when they reach the core, or of a track its slowest consumer: a mean
 *     that follows the newest ones, of which every eighth is measured; as true as the provider's capture times. Empty if no frame has come there yet
 * @param heapBytes size of the planes of the frame measured last that are on the heap, in bytes; of a track the picture that its consumers
 *     got, which is the camera's own unless it was cropped or scaled for the track
 * @param nativeBytes size of the planes of that frame that are in memory outside of the heap, in bytes
 */
public record FrameStatistics(
        long delivered,
        long discarded,
        long total,
        double frameRate,
        Optional<Duration> latency,
        long heapBytes,
        long nativeBytes) {
    /**
     * Makes statistics.
     *
     * @param delivered frames that were let through: of a camera to its tracks, of a track to whoever reads it, also if nobody does
     * @param discarded frames that were left out: of a camera while its tracks were muted, of a track to keep its rate
     * @param total all frames that the camera made since it came, or since the track was made; also those that were lost on the way,
     *     which is told by gaps in their numbers. While a track is disabled nothing of it is counted
     * @param frameRate frames per second at present, from when the newest ones came, at most 64 of the last ten seconds, at least
     *     two; 0 while none come, which is known after a second, of a slow camera after three times its interval
     * @param latency how old frames are by the clock of the JVM when they reach the core, or of a track its slowest consumer: a mean
     *     that follows the newest ones, of which every eighth is measured; as true as the provider's capture times. Empty if no frame has come there yet
     * @param heapBytes size of the planes of the frame measured last that are on the heap, in bytes; of a track the picture that its consumers
     *     got, which is the camera's own unless it was cropped or scaled for the track
     * @param nativeBytes size of the planes of that frame that are in memory outside of the heap, in bytes
     */
    public FrameStatistics {
        Objects.requireNonNull(latency, "latency");
    }
}
