// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes an image file of a frame; a service, picked by {@code service.ranking}. Thread-safe: may be called by several
 * threads at once, and blocks.
 */
@ConsumerType
public interface ImageEncoder {
    /**
     * Whether this encoder can do a piece of work.
     *
     * @param format the format of the frame
     * @param type the wanted MIME type
     * @return true if {@link #encode} takes such a frame
     */
    boolean encodes(PixelFormat format, String type);

    /**
     * Encodes the visible part of a frame.
     *
     * @param frame an open, uncompressed frame; the caller closes it
     * @param type the wanted MIME type
     * @param quality 0.0 (smallest) to 1.0 (best)
     * @return the file
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be encoded
     */
    Blob encode(VideoFrame frame, String type, double quality);
}
