// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.Optional;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/** The encoder of libjpeg-turbo, where the system has it, with a buffer that is used again. Confined to one thread. */
public final class TurboJpeg implements JpegEncoder {
    private static final String LIBRARY = "libturbojpeg.so.0";
    private static final int HALF_BOTH_WAYS = 2;
    private static final int KEEP_BUFFER = 1024;

    private final NativeLibrary library;
    private final Pointer handle;
    private final Memory buffer;
    private final int quality;

    private TurboJpeg(NativeLibrary library, int width, int height, int quality) {
        this.library = library;
        this.quality = quality;
        handle = library.getFunction("tjInitCompress").invokePointer(new Object[0]);
        NativeLong most = (NativeLong)
                library.getFunction("tjBufSize").invoke(NativeLong.class, new Object[] {width, height, HALF_BOTH_WAYS});
        buffer = new Memory(most.longValue());
    }

    /**
     * An encoder, or none if the system has not got the library.
     *
     * @param quality 1 to 100
     */
    public static Optional<TurboJpeg> find(int width, int height, int quality) {
        try {
            return Optional.of(new TurboJpeg(NativeLibrary.getInstance(LIBRARY), width, height, quality));
        } catch (UnsatisfiedLinkError absent) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] encode(FrameData picture) throws IOException {
        Pointer[] planes = new Pointer[picture.planes().size()];
        int[] strides = new int[planes.length];
        for (int i = 0; i < planes.length; i++) {
            Plane plane = picture.planes().get(i);
            planes[i] = Native.getDirectBufferPointer(plane.buffer());
            strides[i] = plane.rowStride();
        }
        PointerByReference file = new PointerByReference(buffer);
        NativeLongByReference size = new NativeLongByReference(new NativeLong(buffer.size()));
        int result = library.getFunction("tjCompressFromYUVPlanes").invokeInt(new Object[] {
            handle,
            planes,
            picture.codedWidth(),
            strides,
            picture.codedHeight(),
            HALF_BOTH_WAYS,
            file,
            size,
            quality,
            KEEP_BUFFER
        });
        if (result != 0) {
            throw new IOException(LIBRARY + " answers " + result);
        }
        return buffer.getByteArray(0, (int) size.getValue().longValue());
    }

    @Override
    public void close() {
        library.getFunction("tjDestroy").invokeInt(new Object[] {handle});
        buffer.close();
    }
}
