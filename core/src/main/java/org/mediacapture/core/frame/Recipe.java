// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;

/** How one picture becomes another; equal recipes make equal pictures of a frame. Immutable. */
sealed interface Recipe permits Recipe.Decoded, Recipe.Converted, CropAndScale {
    /** The pixels of a compressed frame. */
    Recipe DECODED = new Decoded();

    /**
     * Makes the picture; blocks meanwhile. What it makes does not hold the frame itself.
     *
     * @param origin a frame that the caller holds
     * @return a frame with one hold, for the caller
     * @throws RuntimeException if the picture cannot be made
     */
    SharedFrame makeOf(SharedFrame origin);

    /** The pixels of a compressed frame. */
    record Decoded() implements Recipe {
        @Override
        public SharedFrame makeOf(SharedFrame origin) {
            try (FrameHandle frame = origin.handle()) {
                return BufferFrame.decodedOf(origin.work().decode(frame), origin);
            }
        }
    }

    /**
     * Another format or size of an uncompressed frame.
     *
     * @param width in pixels
     * @param height in pixels
     */
    record Converted(PixelFormat format, int width, int height) implements Recipe {
        @Override
        public SharedFrame makeOf(SharedFrame origin) {
            try (FrameHandle frame = origin.handle()) {
                LentFrame made = origin.work().convert(frame, format, width, height);
                return BufferFrame.of(made, origin);
            }
        }
    }
}
