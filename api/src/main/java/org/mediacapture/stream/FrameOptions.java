// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.stream;

/**
 * How frames are handed to a consumer. Immutable.
 *
 * @param maxBufferSize number of frames kept for a slow consumer, 1 to 16; the oldest is discarded for a new one
 * @param direct false: the consumer runs on a thread of its own kind, one call at a time; true: it runs on the camera's
 *     capture thread and must return at once, since it holds up every other consumer of the camera
 * @see <a href="https://www.w3.org/TR/mediacapture-transform/#dom-mediastreamtrackprocessorinit-maxbuffersize">
 *     MediaStreamTrackProcessor: maxBufferSize</a>
 */
public record FrameOptions(int maxBufferSize, boolean direct) {
    private static final int LARGEST_BUFFER = 16;
    private static final FrameOptions LATEST = new FrameOptions(1, false);

    /**
     * Makes options.
     *
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
