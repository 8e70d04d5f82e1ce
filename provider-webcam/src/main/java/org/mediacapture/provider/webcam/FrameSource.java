// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/** An open input that frames are read from. Confined to the capture thread, which opens, reads and closes it. */
interface FrameSource extends AutoCloseable {
    /** Opens a source. */
    interface Opener {
        /**
         * Opens the input. Blocks; ends soon when the interruption is due.
         *
         * @param interruption ends the opening, and later the reading
         * @return the open input
         * @throws CameraException if it cannot be opened
         */
        FrameSource open(Interruption interruption) throws CameraException;
    }

    /** Size, rate and format of the frames. */
    VideoMode mode();

    /**
     * Waits for the next piece of input, and hands over the frame that it gives, or none.
     *
     * @param outlet where the frame goes
     * @return false if the input is over, or was cancelled: that needs no class that a bundle which is gone cannot load
     * @throws CameraException if the input failed
     */
    boolean next(FrameOutlet outlet) throws CameraException;

    /** What it means that the input is over. */
    default EndCause whenOver() {
        return EndCause.LOST;
    }

    /** Frees everything but the buffers that are lent. */
    @Override
    void close();
}
