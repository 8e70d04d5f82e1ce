// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageOutputStreamImpl;

/** Lets ImageIO write into a buffer, without a copy and without a cache. Confined to one thread. */
final class BufferOutput extends ImageOutputStreamImpl {
    private final ByteBuffer target;

    /** Writes from the position of the buffer on, which moves along. */
    BufferOutput(ByteBuffer target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        require(1);
        target.put((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        require(length);
        target.put(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
        throw new IOException("this stream is written only");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("this stream is written only");
    }

    private void require(int length) throws IOException {
        if (length > target.remaining()) {
            throw new IOException("the picture does not fit in " + target.capacity() + " bytes");
        }
    }
}
