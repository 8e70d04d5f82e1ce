// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;

/** One receiver's hold on a shared frame: two words, so that handing a frame on costs next to nothing. Thread-safe. */
final class FrameHandle implements VideoFrame {
    private static final AtomicReferenceFieldUpdater<FrameHandle, SharedFrame> FRAME =
            AtomicReferenceFieldUpdater.newUpdater(FrameHandle.class, SharedFrame.class, "frame");

    private volatile SharedFrame frame; // null once closed

    FrameHandle(SharedFrame frame) {
        FRAME.lazySet(this, frame); // a barrier for each receiver of each frame costs as much as its hold
    }

    @Override
    public PixelFormat format() {
        return data().format();
    }

    @Override
    public int codedWidth() {
        return data().codedWidth();
    }

    @Override
    public int codedHeight() {
        return data().codedHeight();
    }

    @Override
    public PixelRect visible() {
        return open().visible();
    }

    @Override
    public int rotation() {
        return data().rotation();
    }

    @Override
    public ColorSpace colorSpace() {
        return data().colorSpace();
    }

    @Override
    public long sequence() {
        return open().sequence();
    }

    @Override
    public long timestamp() {
        return open().timestamp();
    }

    @Override
    public ByteBuffer plane(int plane) {
        return data().planes().get(plane).buffer().asReadOnlyBuffer().rewind();
    }

    @Override
    public int rowStride(int plane) {
        return data().planes().get(plane).rowStride();
    }

    @Override
    public int pixelStride(int plane) {
        return data().planes().get(plane).pixelStride();
    }

    @Override
    public VideoFrame pixels() {
        SharedFrame held = held();
        try {
            return held.pixels().open();
        } finally {
            held.release();
        }
    }

    @Override
    public VideoFrame convert(PixelFormat wanted) {
        requireUncompressed(wanted);
        try (VideoFrame pixels = pixels()) {
            PixelRect seen = pixels.visible();
            return pixels.convert(wanted, seen.width(), seen.height());
        }
    }

    @Override
    public VideoFrame convert(PixelFormat wanted, int width, int height) {
        requireUncompressed(wanted);
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "width, height: " + width + "x" + height + " is no size; 1x1 and more is");
        }
        SharedFrame held = held();
        try {
            return held.converted(wanted, width, height).open();
        } finally {
            held.release();
        }
    }

    private static void requireUncompressed(PixelFormat wanted) {
        if (wanted.isCompressed()) {
            throw new IllegalArgumentException("format: " + wanted + " is compressed; any other format is accepted");
        }
    }

    @Override
    public void close() {
        SharedFrame held = FRAME.getAndSet(this, null);
        if (held != null) {
            held.release();
        }
    }

    @Override
    public String toString() {
        SharedFrame held = frame;
        return held == null ? "VideoFrame(closed)" : "VideoFrame(" + held.sequence() + ", " + held.data() + ")";
    }

    FrameData data() {
        return open().data();
    }

    /** The frame with a hold of its own, so that it stays also if this handle is closed meanwhile. */
    private SharedFrame held() {
        SharedFrame held = open();
        if (!held.tryHold()) {
            throw closed();
        }
        return held;
    }

    private SharedFrame open() {
        SharedFrame held = frame;
        if (held == null) {
            throw closed();
        }
        return held;
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("The frame is closed");
    }
}
