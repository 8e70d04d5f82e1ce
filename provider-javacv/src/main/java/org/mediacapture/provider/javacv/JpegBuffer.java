// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A JPEG picture in memory, whole or cut short; grows and is used again. For one thread at a time. */
final class JpegBuffer {
    private static final int FIRST_BYTES = 128 * 1024;
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /** Forgets the picture. */
    void clear() {
        size = 0;
    }

    /** Takes a copy of another picture. */
    void copy(JpegBuffer other) {
        clear();
        append(other.bytes, 0, other.size);
    }

    /** Takes a copy of some more bytes. */
    void append(byte[] source, int offset, int length) {
        if (size + length > bytes.length) {
            byte[] larger = new byte[Math.max(size + length, bytes.length * 2)];
            System.arraycopy(bytes, 0, larger, 0, size);
            bytes = larger;
        }
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    /** The number of bytes. */
    int size() {
        return size;
    }

    /** The bytes, from position 0 to the limit. */
    ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /** Whether the bytes begin as a JPEG does. */
    boolean isJpeg() {
        return size > 2 && at(0) == MARKER && at(1) == START_OF_IMAGE;
    }

    /** Width and height, or nothing if the picture is cut short before they are told. */
    Optional<Size> pictureSize() {
        int position = 2;
        while (isJpeg() && position + 8 < size && at(position) == MARKER) {
            int kind = at(position + 1);
            if (kind == START_OF_SCAN) {
                return Optional.empty();
            }
            if (isStartOfFrame(kind)) {
                return Size.of(word(position + 7), word(position + 5));
            }
            position += kind == MARKER ? 1 : 2 + (hasLength(kind) ? word(position + 2) : 0);
        }
        return Optional.empty();
    }

    private static boolean isStartOfFrame(int kind) {
        // C4, C8 and CC are tables and extensions in the middle of the range.
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static boolean hasLength(int kind) {
        return kind != 0x01 && (kind < 0xD0 || kind > START_OF_IMAGE);
    }

    private int at(int index) {
        return bytes[index] & 0xFF;
    }

    private int word(int index) {
        return at(index) << 8 | at(index + 1);
    }

    /**
     * The size of a picture.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    record Size(int width, int height) {
        private static Optional<Size> of(int width, int height) {
            return width < 1 || height < 1 ? Optional.empty() : Optional.of(new Size(width, height));
        }
    }
}
