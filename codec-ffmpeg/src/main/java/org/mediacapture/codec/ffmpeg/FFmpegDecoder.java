// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/**
 * Decodes JPEG pictures, also those without Huffman tables, into planes of luma and colour. Thread-safe: every call
 * works with a context of its own.
 */
final class FFmpegDecoder implements ImageDecoder {
    @Override
    public boolean decodes(PixelFormat format) {
        return format == PixelFormat.MJPEG;
    }

    @Override
    public LentFrame decode(VideoFrame frame) {
        if (!decodes(frame.format())) {
            throw new MediaException(ErrorName.OPERATION, frame.format() + " needs no decoding; MJPEG does");
        }
        AVFrame decoded = avutil.av_frame_alloc();
        try {
            decode(frame.plane(0), decoded);
            return lend(decoded);
        } catch (MediaException e) {
            avutil.av_frame_free(decoded);
            throw e;
        }
    }

    private static void decode(ByteBuffer jpeg, AVFrame decoded) {
        AVCodec codec = avcodec.avcodec_find_decoder(avcodec.AV_CODEC_ID_MJPEG);
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        AVPacket packet = avcodec.av_packet_alloc();
        try {
            context.thread_count(1);
            check(avcodec.avcodec_open2(context, codec, (AVDictionary) null));
            check(avcodec.av_new_packet(packet, jpeg.remaining()));
            packet.data().capacity(packet.size()).asByteBuffer().put(jpeg);
            check(avcodec.avcodec_send_packet(context, packet));
            check(avcodec.avcodec_send_packet(context, null));
            check(avcodec.avcodec_receive_frame(context, decoded));
        } finally {
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }

    private static LentFrame lend(AVFrame decoded) {
        Optional<PixelFormat> format = PictureLayout.ofDecoded(decoded.format());
        if (format.isPresent()) {
            AtomicBoolean lent = new AtomicBoolean(true);
            return new LentFrame(PictureLayout.describe(decoded, format.get(), ColorSpace.JPEG), () -> {
                if (lent.getAndSet(false)) {
                    avutil.av_frame_free(decoded);
                }
            });
        }
        Picture picture = Picture.empty(PixelFormat.I444, ColorSpace.JPEG, decoded.width(), decoded.height());
        SwsContext context = swscale.sws_alloc_context();
        int result = swscale.sws_scale_frame(context, picture.frame(), decoded);
        swscale.sws_freeContext(context);
        if (result < 0) {
            picture.close();
            check(result);
        }
        avutil.av_frame_free(decoded);
        return picture.lend();
    }

    private static void check(int result) {
        if (result < 0) {
            throw new MediaException(
                    ErrorName.OPERATION, "FFmpeg cannot decode the JPEG picture (error " + result + ")");
        }
    }
}
