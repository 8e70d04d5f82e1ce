// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * How frames are handed to a consumer. Immutable.
 *
 * @param maxBufferSize number of frames kept for a slow consumer, 1 to 16; the oldest is discarded for a new one. Each holds a buffer of the
 *     camera, also where the track has another size
 * @param direct false: the consumer runs on a thread of its own kind; true: it runs on the camera's capture thread and must
 *     return at once, since it holds up every other consumer of the camera. Either way there is one call at a time, in the
 *     order of the frames; what comes meanwhile from a provider that has replaced the one of that call is discarded
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#dom-mediastreamtrackprocessorinit-maxbuffersize">
 *     MediaStreamTrackProcessor: maxBufferSize</a>
 */
public record FrameOptions(int maxBufferSize, boolean direct) {
    private static final int LARGEST_BUFFER = 16;
    private static final FrameOptions LATEST = new FrameOptions(1, false);

    /**
     * Makes options.
     *
     * @param maxBufferSize number of frames kept for a slow consumer, 1 to 16; the oldest is discarded for a new one. Each holds a buffer of the
     *     camera, also where the track has another size
     * @param direct false: the consumer runs on a thread of its own kind; true: it runs on the camera's capture thread and must
     *     return at once, since it holds up every other consumer of the camera. Either way there is one call at a time, in the
     *     order of the frames; what comes meanwhile from a provider that has replaced the one of that call is discarded
     * @throws IllegalArgumentException if the size is out of range
     */
    public FrameOptions {
        if (maxBufferSize < 1 || maxBufferSize > LARGEST_BUFFER) {
            throw new IllegalArgumentException(
                    "maxBufferSize: " + maxBufferSize + " is not between 1 and " + LARGEST_BUFFER);
        }
    }

    /**
     * The latest frame only, asynchronously.
     *
     * @return the default
     */
    public static FrameOptions latest() {
        return LATEST;
    }
}
