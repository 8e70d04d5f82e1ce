// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.frame.FrameData;

/** One buffer of a stream and how it is filled. Filled by one thread at a time, read by many. */
interface FrameBuffer {
    /** The description of the buffer, always the same object. */
    FrameData data();

    /**
     * Draws a frame into the buffer.
     *
     * @param elapsedNanos nanoseconds since the camera began to stream
     * @param frame the frame number
     * @param look what the controls do to the picture
     */
    void fill(long elapsedNanos, long frame, Look look);

    /** Cuts the picture short, if it is compressed, as if the rest had been lost on its way. */
    void cutShort();
}
