// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Changes the format and the size of a frame; a service, picked by {@code service.ranking}. Thread-safe: may be called by
 * several threads at once, and blocks.
 */
@ConsumerType
public interface FrameConverter {
    /**
     * Whether this converter can do a piece of work.
     *
     * @param from the format of the frame
     * @param to the wanted format
     * @return true if {@link #convert} does it
     */
    boolean converts(PixelFormat from, PixelFormat to);

    /**
     * Converts the visible part of a frame.
     *
     * @param frame an open, uncompressed frame; the caller closes it
     * @param to the wanted format, uncompressed
     * @param width the wanted width in pixels, at least 1
     * @param height the wanted height in pixels, at least 1
     * @return the picture; luma and colour formats in the colour space of the frame, BGR24 and BGRA in sRGB
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be converted
     */
    LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height);
}
