// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.Buffer;

/**
 * The functions of the C library that reach a driver, as 64-bit Linux has them: a {@code long} is one of C. Without state.
 */
final class LibC {
    static {
        Native.register(LibC.class, "c");
    }

    private LibC() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int file) throws LastErrorException;

    static native int ioctl(int file, long request, Buffer struct) throws LastErrorException;

    static native int poll(Buffer files, long count, int millis) throws LastErrorException;

    static native Pointer mmap(Pointer wish, long length, int protection, int flags, int file, long offset)
            throws LastErrorException;

    static native int munmap(Pointer address, long length) throws LastErrorException;
}
