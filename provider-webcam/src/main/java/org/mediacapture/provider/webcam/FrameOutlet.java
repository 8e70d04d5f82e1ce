// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.VideoMode;

/** Where a {@link FrameSource} puts its frames. Called by the capture thread. */
interface FrameOutlet {
    /**
     * Hands a frame over.
     *
     * @param data the picture
     * @param release gives its buffer back
     */
    void frame(FrameData data, Runnable release);

    /** Tells that a frame was dropped because it was incomplete or all buffers are lent. */
    void dropped();

    /** Tells that the frames from now on have another size. */
    void modeChanged(VideoMode mode);
}
