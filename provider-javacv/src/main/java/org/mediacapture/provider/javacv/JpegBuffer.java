// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A JPEG picture in memory, whole or cut short; grows and is used again. For one thread at a time. */
final class JpegBuffer {
    private static final int FIRST_BYTES = 128 * 1024;

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
        return JpegSize.isJpeg(view());
    }

    /** Width and height, or nothing if the picture is cut short before they are told. */
    Optional<JpegSize> pictureSize() {
        return JpegSize.of(view());
    }
}
