// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/**
 * Lends decoded pictures by reference, without copying them; those whose layout the API does not know are converted to
 * I420 before. For one thread; buffers come back from any.
 */
final class Pictures implements AutoCloseable {
    private final SlotPool<AVFrame> pool =
            new SlotPool<>(avutil::av_frame_alloc, avutil::av_frame_unref, avutil::av_frame_free);
    private final SwsContext converter = swscale.sws_alloc_context();
    private final PictureFormats formats;
    private VideoMode mode;

    Pictures(PictureFormats formats, VideoMode mode) {
        this.formats = formats;
        this.mode = mode;
    }

    /** The format in which pictures of one of FFmpeg's formats are lent. */
    static PixelFormat lentFormat(int format) {
        return PictureFormats.of(format).orElse(PixelFormat.I420);
    }

    /** The mode of the pictures lent last. */
    VideoMode mode() {
        return mode;
    }

    /** Moves a picture into a buffer and lends it; it is dropped if all are lent. The frame is empty afterwards. */
    void lend(AVFrame frame, long timestamp, FrameOutlet outlet) {
        Optional<SlotPool.Loan<AVFrame>> slot = pool.take();
        if (slot.isEmpty()) {
            avutil.av_frame_unref(frame);
            outlet.dropped();
            return;
        }
        lend(frame, slot.get(), timestamp, outlet);
    }

    private void lend(AVFrame frame, SlotPool.Loan<AVFrame> loan, long timestamp, FrameOutlet outlet) {
        AVFrame slot = loan.buffer();
        boolean known = PictureFormats.of(frame.format()).isPresent() && frame.linesize(0) > 0;
        if (known) {
            avutil.av_frame_move_ref(slot, frame);
        } else {
            convert(frame, slot);
            avutil.av_frame_unref(frame);
        }
        Optional<FrameData> data = formats.describe(slot);
        if (data.isEmpty()) {
            loan.run();
            outlet.dropped();
            return;
        }
        tellMode(data.get(), outlet);
        outlet.frame(data.get(), timestamp, loan);
    }

    /** Converts into a frame of its own; the result has no format if that is not possible. */
    private void convert(AVFrame from, AVFrame to) {
        boolean rgb = from.colorspace() == avutil.AVCOL_SPC_RGB || isRgb(from.format());
        to.width(from.width());
        to.height(from.height());
        to.format(avutil.AV_PIX_FMT_YUV420P);
        to.color_range(rgb ? avutil.AVCOL_RANGE_JPEG : from.color_range());
        to.colorspace(rgb ? avutil.AVCOL_SPC_SMPTE170M : from.colorspace());
        to.color_primaries(from.color_primaries());
        to.color_trc(from.color_trc());
        if (avutil.av_frame_get_buffer(to, 0) < 0 || swscale.sws_scale_frame(converter, to, from) < 0) {
            avutil.av_frame_unref(to);
        }
    }

    private static boolean isRgb(int format) {
        long flags = avutil.av_pix_fmt_desc_get(format).flags();
        return (flags & (avutil.AV_PIX_FMT_FLAG_RGB | avutil.AV_PIX_FMT_FLAG_PAL)) != 0;
    }

    private void tellMode(FrameData data, FrameOutlet outlet) {
        VideoMode actual = new VideoMode(data.codedWidth(), data.codedHeight(), mode.frameRate(), data.format());
        if (!actual.equals(mode)) {
            mode = actual;
            outlet.modeChanged(actual);
        }
    }

    @Override
    public void close() {
        pool.close();
        swscale.sws_freeContext(converter);
    }
}
