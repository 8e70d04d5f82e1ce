// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;

/**
 * A picture in FFmpeg's memory, which goes back to its pool when it is closed, or when who it was lent to gives it back. For one
 * thread at a time.
 */
final class Picture implements Source, IdlePool.Reusable<Shape> {
    private final AVFrame frame = avutil.av_frame_alloc();
    private final Shape shape;
    private final IdlePool<Shape, Picture> home;
    private final FrameData data;

    /** A picture with undefined content. */
    Picture(Shape shape, IdlePool<Shape, Picture> home) {
        this.shape = shape;
        this.home = home;
        shape.applyTo(frame);
        if (avutil.av_frame_get_buffer(frame, 0) < 0) {
            free();
            throw new MediaException(ErrorName.OPERATION, "no memory for a picture of " + shape);
        }
        data = PictureLayout.describe(frame, shape.format(), shape.colorSpace());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public AVFrame frame() {
        return frame;
    }

    /** The description that all who get the picture share. */
    FrameData data() {
        return data;
    }

    /** Lends the picture; the release closes it. */
    LentFrame lend() {
        return new LentFrame(data, new Loan(this::close));
    }

    /** Lends the luma of the picture, which is planar. */
    LentFrame lendLuma() {
        FrameData luma = FrameData.of(
                PixelFormat.GRAY8, data.planes().subList(0, 1), shape.width(), shape.height(), shape.colorSpace());
        return new LentFrame(luma, new Loan(this::close));
    }

    @Override
    public void close() {
        home.give(this);
    }

    @Override
    public Shape kind() {
        return shape;
    }

    @Override
    public long weight() {
        long bytes = 0;
        for (int plane = 0; plane < shape.format().planes(); plane++) {
            bytes += data.planes().get(plane).buffer().capacity();
        }
        return bytes;
    }

    @Override
    public void free() {
        avutil.av_frame_free(frame);
    }
}
