// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.VideoMode;

/**
 * What is behind an open session: tells what the camera can do, steers it, and opens its stream. Confined to the camera's control
 * queue, but for {@link #close()}, and for {@link #modes()} and {@link #controls()}, which any thread may ask.
 */
interface CameraInput extends AutoCloseable {
    /** The modes, at least one, the camera's default first. */
    List<VideoMode> modes();

    /** The mode for a photo of no wished size; empty if it is that of the stream. */
    default Optional<VideoMode> photoMode() {
        return Optional.empty();
    }

    /** What can be steered. */
    default MediaTrackCapabilities controls() {
        return MediaTrackCapabilities.empty();
    }

    /**
     * Reads the controls.
     *
     * @throws CameraException if the camera is gone
     */
    default MediaTrackSettings settings() throws CameraException {
        return MediaTrackSettings.empty();
    }

    /**
     * Sets controls, and answers what all of them are now.
     *
     * @throws CameraException if the camera is gone
     */
    default MediaTrackSettings apply(MediaTrackSettings wanted) throws CameraException {
        return settings();
    }

    /**
     * Opens the stream.
     *
     * @param mode one of {@link #modes()}
     * @param interruption ends the opening, and later the reading
     * @return the open stream, whose mode may differ; whoever asked closes it
     * @throws CameraException if it cannot be opened
     */
    FrameSource open(VideoMode mode, Interruption interruption) throws CameraException;

    /** Frees what is held besides streams that were opened. Idempotent, from any thread, never waits. */
    @Override
    void close();

    /** Opens cameras. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens a camera. Blocks.
         *
         * @param interruption ends the opening
         * @throws CameraException if it cannot be opened
         */
        CameraInput open(Interruption interruption) throws CameraException;
    }
}
