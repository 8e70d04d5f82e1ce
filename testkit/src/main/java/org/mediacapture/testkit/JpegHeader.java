// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.Optional;

/**
 * The size that a JPEG says it has. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 */
record JpegHeader(int width, int height) {
    private static final int FRAME_BYTES = 9;

    /** Reads the first start-of-frame segment. */
    static Optional<JpegHeader> of(byte[] bytes) {
        int at = 2;
        while (at + FRAME_BYTES < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isStartOfFrame(marker)) {
                return Optional.of(new JpegHeader(word(bytes, at + 7), word(bytes, at + 5)));
            } else {
                at += 2 + word(bytes, at + 2);
            }
        }
        return Optional.empty();
    }

    private static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
