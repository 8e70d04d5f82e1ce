// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/** Encodes a picture into a file in memory with libavcodec. Thread-safe, without state. */
final class ImageFile {
    /** The coarsest step of FFmpeg's JPEG quantizer; the finest is 1. */
    private static final double COARSEST = 31;

    private ImageFile() {}

    /**
     * Makes a JPEG file with standard Huffman tables and a JFIF header.
     *
     * @param picture luma and colour with full range
     * @param quality 0.0 to 1.0
     */
    static byte[] jpeg(Picture picture, double quality) {
        AVCodecContext context = context(avcodec.AV_CODEC_ID_MJPEG, picture);
        double step = 1 + (1 - quality) * (COARSEST - 1);
        context.color_range(avutil.AVCOL_RANGE_JPEG);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE | avcodec.AV_CODEC_FLAG_BITEXACT);
        context.global_quality((int) Math.round(avutil.FF_QP2LAMBDA * step));
        context.qmin(1);
        context.qmax((int) COARSEST);
        picture.frame().quality(context.global_quality());
        // Without an aspect ratio there is no JFIF header.
        try (AVRational square = new AVRational().num(1).den(1)) {
            context.sample_aspect_ratio(square);
            picture.frame().sample_aspect_ratio(square);
        }
        return encode(context, picture, Map.of("huffman", "default"));
    }

    /** Makes a PNG file of red, green and blue. */
    static byte[] png(Picture picture) {
        return encode(context(avcodec.AV_CODEC_ID_PNG, picture), picture, Map.of());
    }

    private static AVCodecContext context(int codecId, Picture picture) {
        AVCodec codec = avcodec.avcodec_find_encoder(codecId);
        if (codec == null) {
            throw new MediaException(ErrorName.OPERATION, "this build of FFmpeg has no encoder for " + name(codecId));
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.pix_fmt(picture.frame().format());
        context.width(picture.width());
        context.height(picture.height());
        context.thread_count(1);
        try (AVRational second = new AVRational().num(1).den(1)) {
            context.time_base(second);
        }
        return context;
    }

    private static byte[] encode(AVCodecContext context, Picture picture, Map<String, String> values) {
        AVPacket packet = avcodec.av_packet_alloc();
        AVDictionary options = new AVDictionary(null);
        try {
            values.forEach((key, value) -> avutil.av_dict_set(options, key, value, 0));
            check(avcodec.avcodec_open2(context, context.codec(), options), context);
            check(avcodec.avcodec_send_frame(context, picture.frame()), context);
            check(avcodec.avcodec_receive_packet(context, packet), context);
            byte[] file = new byte[packet.size()];
            packet.data().get(file);
            return file;
        } finally {
            avutil.av_dict_free(options);
            avcodec.av_packet_free(packet);
            avcodec.avcodec_free_context(context);
        }
    }

    private static void check(int result, AVCodecContext context) {
        if (result < 0) {
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot encode " + context.width() + "x" + context.height() + " as "
                            + name(context.codec_id()) + " (error " + result + ")");
        }
    }

    private static String name(int codecId) {
        return avcodec.avcodec_get_name(codecId).getString();
    }
}
