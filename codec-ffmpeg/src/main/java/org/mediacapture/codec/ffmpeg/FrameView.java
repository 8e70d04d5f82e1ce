// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.VideoFrame;

/**
 * The visible part of a frame where it lies, without a copy. The frame stays open until this is closed. For one thread at a
 * time.
 */
final class FrameView implements Source, IdlePool.Reusable<Class<FrameView>> {
    private static final int PAGE = 4096;
    /** More bytes than libswscale reads behind the end of a plane. */
    private static final int OVERREAD = 256;
    /** Rows of this many pixels are whole vectors, of up to 64 bytes, in every plane of every format but BGR24, which is read 16 bytes at 12. */
    private static final int WHOLE_VECTORS = 128;

    private final AVFrame frame = avutil.av_frame_alloc();
    private final PlaneAddresses addresses = new PlaneAddresses(frame);
    private final IdlePool<Class<FrameView>, FrameView> home;
    private Shape shape = Shape.of(PixelFormat.GRAY8, ColorSpace.SRGB, 1, 1);

    FrameView(IdlePool<Class<FrameView>, FrameView> home) {
        this.home = home;
        // FFmpeg copies what has no reference count; this one counts for a byte of its own, so whoever keeps a
        // reference
        // keeps that byte, and nothing of the frame.
        frame.buf(0, avutil.av_buffer_alloc(1));
    }

    /** Begins to show a frame, and answers true, if FFmpeg can read it as it lies. */
    boolean shows(VideoFrame source) {
        PixelFormat format = source.format();
        PixelRect visible = source.visible();
        // FFmpeg takes grey for full range whatever it is told; YUYV that begins within a group is no YUYV.
        if (format == PixelFormat.GRAY8 || format == PixelFormat.YUYV && FrameCopy.splitsGroups(visible)) {
            return false;
        }
        if (!shape.is(format, source.colorSpace(), visible.width(), visible.height())) {
            shape = Shape.of(format, source.colorSpace(), visible.width(), visible.height());
        }
        shape.applyTo(frame);
        for (int plane = 0; plane < format.planes(); plane++) {
            if (!points(source, plane)) {
                return false;
            }
        }
        return true;
    }

    private boolean points(VideoFrame source, int plane) {
        ByteBuffer bytes = source.plane(plane);
        if (!bytes.isDirect()) {
            return false;
        }
        int start = PictureLayout.start(source, plane);
        int rows = shape.format().planeHeight(plane, shape.height());
        long end = start
                + (long) source.rowStride(plane) * (rows - 1)
                + PictureLayout.rowBytes(shape.format(), plane, shape.width());
        long address = addresses.of(bytes);
        if (address == 0 || end > bytes.limit() || !canBeRead(address + end, bytes.limit() - end)) {
            return false;
        }
        addresses.put(plane, address + start);
        frame.linesize(plane, source.rowStride(plane));
        return true;
    }

    /**
     * Whether the vector instructions of libswscale do no harm, which read on behind the end of rows that are not a multiple of
     * them: memory of the frame follows, or at least no other page.
     */
    private boolean canBeRead(long end, long following) {
        return shape.format() != PixelFormat.BGR24 && shape.width() % WHOLE_VECTORS == 0
                || following >= OVERREAD
                || (end - 1) / PAGE == (end - 1 + OVERREAD) / PAGE;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public AVFrame frame() {
        return frame;
    }

    @Override
    public void close() {
        for (int plane = 0; plane < shape.format().planes(); plane++) {
            addresses.forget(plane);
        }
        home.give(this);
    }

    @Override
    public Class<FrameView> kind() {
        return FrameView.class;
    }

    @Override
    public long weight() {
        return 1;
    }

    @Override
    public void free() {
        addresses.free();
        avutil.av_frame_free(frame);
    }
}
