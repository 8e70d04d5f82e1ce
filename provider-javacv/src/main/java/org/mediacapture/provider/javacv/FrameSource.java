// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/**
 * An open input that frames are read from. For one thread at a time; what it does ends soon when its
 * {@link Interruption} is due.
 */
interface FrameSource extends AutoCloseable {
    /** Frames per second of an input that does not tell its rate. */
    double NOMINAL_RATE = 25;

    /** Size, rate and format of the frames. */
    VideoMode mode();

    /**
     * Waits for the next piece of input, and hands over the frames that it gives: one, none, or several.
     *
     * @param outlet where the frames go
     * @return false if the input is over
     * @throws CameraException if the input failed or has to end
     */
    boolean next(FrameOutlet outlet) throws CameraException;

    /** What it means that the input is over. */
    EndCause whenOver();

    /** Frees everything but the buffers that are lent. Called by the thread that read, or by anybody if none did. */
    @Override
    void close();
}
