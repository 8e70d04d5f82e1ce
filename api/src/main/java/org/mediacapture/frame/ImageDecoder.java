// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes pixels of a compressed frame; a service, picked by {@code service.ranking}. Thread-safe: may be called by several
 * threads at once, and blocks.
 */
@ConsumerType
public interface ImageDecoder {
    /**
     * Whether this decoder can read a format.
     *
     * @param format a compressed format
     * @return true if {@link #decode} takes such a frame
     */
    boolean decodes(PixelFormat format);

    /**
     * Decodes a frame into the format that is cheapest for the decoder. JPEG pictures without Huffman tables are legal and
     * use the standard ones.
     *
     * @param frame an open, compressed frame; the caller closes it
     * @return the picture, with the size that it really has
     * @throws org.mediacapture.constraint.MediaException with OperationError if the frame cannot be decoded
     */
    LentFrame decode(VideoFrame frame);
}
