// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.VideoMode;

/** Where a {@link FrameSource} puts its frames. Called by the thread that reads the source. */
interface FrameOutlet {
    /**
     * Hands a frame over.
     *
     * @param data the picture
     * @param timestamp when it was taken, in nanoseconds of {@link System#nanoTime()}
     * @param release gives its buffer back
     */
    void frame(FrameData data, long timestamp, Runnable release);

    /** Tells that a frame was dropped because all buffers are lent. */
    void dropped();

    /** Tells that the frames from now on have another size or format. */
    void modeChanged(VideoMode mode);
}
