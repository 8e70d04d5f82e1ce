// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.VideoFrame;

/** Does the work on pixels that a track's output needs. Thread-safe; both methods block while they work. */
public interface FrameScaler {
    /**
     * The pixels of a compressed frame; the caller closes both.
     *
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be decoded
     */
    VideoFrame decode(VideoFrame frame);

    /**
     * The visible part of a frame in another size; the caller closes both.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be scaled
     */
    VideoFrame scale(VideoFrame frame, int width, int height);
}
