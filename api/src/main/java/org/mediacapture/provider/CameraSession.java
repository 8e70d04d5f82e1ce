// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open camera. The core calls its methods one at a time; all block, and end soon when their thread is interrupted or
 * the session is closed. After {@link #close()} every method that declares {@link CameraException} throws it with
 * {@link CameraException.Reason#LOST}; {@link #modes()}, {@link #controls()}, {@link #photoMode()} and
 * {@link #still()} answer as before.
 *
 * <p>States: opened → started ⇄ stopped → closed.
 */
@ConsumerType
public interface CameraSession extends AutoCloseable {
    /**
     * The modes that the open camera has.
     *
     * @return at least one mode, the camera's default first
     */
    List<VideoMode> modes();

    /**
     * What can be steered on the open camera.
     *
     * @return the controls with their ranges or choices; empty by default
     */
    default MediaTrackCapabilities controls() {
        return MediaTrackCapabilities.empty();
    }

    /**
     * Reads the controls.
     *
     * @return a value for every property of {@link #controls()}
     * @throws CameraException if the camera does not answer
     */
    MediaTrackSettings settings() throws CameraException;

    /**
     * Sets controls, one after the other, in the given order: modes come before the values that depend on them (PX-27). A
     * value between two steps is snapped. Legal before and after {@link #start}.
     *
     * @param wanted values within {@link #controls()}; properties that are missing stay as they are
     * @return what the controls are now, as {@link #settings()} would tell
     * @throws CameraException if the camera does not answer
     */
    MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException;

    /**
     * Starts the stream: from now on the sink gets frames. Legal when opened or stopped.
     *
     * @param mode one of {@link #modes()}
     * @throws CameraException if the camera does not start
     * @throws IllegalStateException if it is started already; the stream goes on
     * @throws IllegalArgumentException if the mode is not one of {@link #modes()}
     */
    void start(VideoMode mode) throws CameraException;

    /**
     * Stops the stream; after it returned no frame of this stream reaches the sink. Legal when started; otherwise it does
     * nothing.
     *
     * @throws CameraException if the camera does not answer
     */
    void stop() throws CameraException;

    /**
     * The mode for a photo of no wished size: the camera's choice (IC-7). Where the stream is smaller, the core interrupts it for the
     * photo and then restores it (IC-5, IC-6).
     *
     * @return one of {@link #modes()}, or empty if such a photo has the size of the stream
     */
    default Optional<VideoMode> photoMode() {
        return Optional.empty();
    }

    /**
     * The camera's own way to take a photo, apart from the stream.
     *
     * @return the still part, or empty if photos come from the stream
     */
    default Optional<StillCamera> still() {
        return Optional.empty();
    }

    /**
     * Closes the camera. Idempotent; may come from any thread, also during another call, which it ends, and from the
     * session's own capture thread, for which it does not wait. Buffers that are still lent stay valid until released.
     */
    @Override
    void close();
}
