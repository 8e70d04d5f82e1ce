// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.mediacapture.provider.VideoMode;

/**
 * The size of a JPEG picture. Immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
record JpegSize(int width, int height) {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;

    /** Whether pictures of a mode are as large. */
    boolean isOf(VideoMode mode) {
        return width == mode.width() && height == mode.height();
    }

    /** Whether bytes begin as a JPEG does. */
    static boolean isJpeg(ByteBuffer bytes) {
        return bytes.limit() > 2 && at(bytes, 0) == MARKER && at(bytes, 1) == START_OF_IMAGE;
    }

    /** Width and height of a picture from position 0 on, or nothing if it is cut short before they are told. */
    static Optional<JpegSize> of(ByteBuffer picture) {
        int position = 2;
        while (isJpeg(picture) && position + 8 < picture.limit() && at(picture, position) == MARKER) {
            int kind = at(picture, position + 1);
            if (kind == START_OF_SCAN) {
                return Optional.empty();
            }
            if (isStartOfFrame(kind)) {
                return of(word(picture, position + 7), word(picture, position + 5));
            }
            position += kind == MARKER ? 1 : 2 + (hasLength(kind) ? word(picture, position + 2) : 0);
        }
        return Optional.empty();
    }

    private static Optional<JpegSize> of(int width, int height) {
        return width < 1 || height < 1 ? Optional.empty() : Optional.of(new JpegSize(width, height));
    }

    private static boolean isStartOfFrame(int kind) {
        // C4, C8 and CC are tables and extensions in the middle of the range.
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static boolean hasLength(int kind) {
        return kind != 0x01 && (kind < 0xD0 || kind > START_OF_IMAGE);
    }

    private static int at(ByteBuffer bytes, int index) {
        return bytes.get(index) & 0xFF;
    }

    private static int word(ByteBuffer bytes, int index) {
        return at(bytes, index) << 8 | at(bytes, index + 1);
    }
}
