// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where a session reports. The core implements it; a session calls it from its capture thread, or any other of its own, and
 * never from two threads at once. No call blocks; none throws. After the session was closed calls are legal and ignored, but
 * {@code release} of a frame is still run.
 */
@ProviderType
public interface FrameSink {
    /**
     * Lends a frame.
     *
     * @param data the picture; the same object may be used each time its buffer is filled
     * @param sequence number of the frame in this session, growing; a gap counts as frames dropped by the provider
     * @param timestamp when the picture was taken, in nanoseconds of {@link System#nanoTime()}
     * @param release gives the buffer back; run exactly once, on any thread, perhaps before this method returns, perhaps
     *     long after the session was closed
     */
    void frame(FrameData data, long sequence, long timestamp, Runnable release);

    /**
     * Tells that the stream goes on in another mode than the one started, as when a network camera was reconfigured. Frames
     * after this call have the new size.
     *
     * @param mode the mode from now on
     */
    void modeChanged(VideoMode mode);

    /**
     * Tells that controls moved without having been asked to.
     *
     * @param settings the values that changed
     */
    void controlsChanged(MediaTrackSettings settings);

    /**
     * Tells that the camera is alive and delivers no pictures for a while, as behind a closed privacy shutter, or again.
     *
     * @param muted true when it stopped delivering, false when it delivers again
     */
    void muted(boolean muted);

    /**
     * Tells that the session is over by itself. The core closes it; nothing is reported afterwards.
     *
     * @param cause why
     * @param message the address without credentials, and what the device or library said
     */
    void ended(EndCause cause, String message);
}
