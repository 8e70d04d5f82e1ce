// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/**
 * The work on pixels: all methods block while they work, and the caller closes the frame. Thread-safe.
 */
public interface PixelWork {
    /**
     * The pixels of a compressed frame.
     *
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be decoded
     */
    LentFrame decode(VideoFrame frame);

    /**
     * The visible part of an uncompressed frame in another format and size.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be converted
     */
    LentFrame convert(VideoFrame frame, PixelFormat format, int width, int height);

    /**
     * The visible part of an uncompressed frame in another size, in the frame's own format if that can be done, else in BGRA.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be scaled
     */
    LentFrame scale(VideoFrame frame, int width, int height);
}
