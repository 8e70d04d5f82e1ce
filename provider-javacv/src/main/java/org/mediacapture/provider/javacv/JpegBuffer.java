// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.VideoMode;

/**
 * A JPEG picture in memory, whole or cut short; grows and is used again, outside of the heap, where decoders need it. For one
 * thread at a time.
 */
final class JpegBuffer {
    private static final int FIRST_BYTES = 128 * 1024;
    /** Decoders read a picture where it lies if this many bytes follow that they may read, too. */
    private static final int PADDING = 64;

    private ByteBuffer bytes = ByteBuffer.allocateDirect(FIRST_BYTES);
    private Optional<FrameData> described = Optional.empty(); // of these bytes
    private Optional<BytePointer> address = Optional.empty(); // of these bytes, once FFmpeg's were copied to them
    private int size;

    /** Forgets the picture. */
    void clear() {
        size = 0;
        bytes.clear();
    }

    /** Takes a copy of another picture. */
    void copy(JpegBuffer other) {
        clear();
        require(other.size);
        bytes.put(0, other.view(), 0, other.size);
        size = other.size;
    }

    /** Takes a copy of a picture of so many bytes in FFmpeg's memory. */
    void copy(BytePointer source, int length) {
        clear();
        require(length);
        if (address.isEmpty()) {
            address = Optional.of(new BytePointer(bytes));
        }
        Pointer.memcpy(address.get(), source, length);
        size = length;
    }

    /** Takes a copy of some more bytes. */
    void append(byte[] source, int offset, int length) {
        bytes.clear();
        require(size + length);
        bytes.put(size, source, offset, length);
        size += length;
    }

    private void require(int room) {
        if (room + PADDING > bytes.capacity()) {
            ByteBuffer larger = ByteBuffer.allocateDirect(Math.max(room + PADDING, bytes.capacity() * 2));
            larger.put(0, bytes, 0, size);
            bytes = larger;
            described = Optional.empty();
            address = Optional.empty();
        }
    }

    /** The number of bytes. */
    int size() {
        return size;
    }

    /** The bytes, from position 0 to the limit, until they change. */
    ByteBuffer view() {
        return bytes.limit(size);
    }

    /** Describes the picture as a frame. The description is the same for as long as buffer and size of the picture are. */
    FrameData frame(VideoMode mode) {
        view();
        if (described.isEmpty()
                || described.get().codedWidth() != mode.width()
                || described.get().codedHeight() != mode.height()) {
            described = Optional.of(FrameData.of(
                    PixelFormat.MJPEG, List.of(Plane.compressed(bytes)), mode.width(), mode.height(), ColorSpace.JPEG));
        }
        return described.get();
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
