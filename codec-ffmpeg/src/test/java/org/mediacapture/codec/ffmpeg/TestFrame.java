// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;

/** A frame that is always open. */
record TestFrame(FrameData data) implements VideoFrame {
    @Override
    public PixelFormat format() {
        return data.format();
    }

    @Override
    public int codedWidth() {
        return data.codedWidth();
    }

    @Override
    public int codedHeight() {
        return data.codedHeight();
    }

    @Override
    public PixelRect visible() {
        return data.visible();
    }

    @Override
    public int rotation() {
        return data.rotation();
    }

    @Override
    public ColorSpace colorSpace() {
        return data.colorSpace();
    }

    @Override
    public long sequence() {
        return 0;
    }

    @Override
    public long timestamp() {
        return 0;
    }

    @Override
    public ByteBuffer plane(int plane) {
        return data.planes().get(plane).buffer().asReadOnlyBuffer();
    }

    @Override
    public int rowStride(int plane) {
        return data.planes().get(plane).rowStride();
    }

    @Override
    public int pixelStride(int plane) {
        return data.planes().get(plane).pixelStride();
    }

    @Override
    public VideoFrame pixels() {
        throw new AssertionError("a codec makes pixels itself");
    }

    @Override
    public VideoFrame convert(PixelFormat format) {
        throw new AssertionError("a codec converts by itself");
    }

    @Override
    public VideoFrame convert(PixelFormat format, int width, int height) {
        throw new AssertionError("a codec converts by itself");
    }

    @Override
    public void close() {
        throw new AssertionError("a codec leaves frames to their owner");
    }

    /** The same with another visible part. */
    TestFrame showing(PixelRect visible) {
        return new TestFrame(new FrameData(
                data.format(), data.planes(), data.codedWidth(), data.codedHeight(), visible, 0, data.colorSpace()));
    }
}
