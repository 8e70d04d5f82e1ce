// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;

/**
 * Encodes pictures of one shape into files in memory with libavcodec. JPEG files have standard Huffman tables and a JFIF header.
 * For one thread at a time.
 */
final class FileEncoder implements IdlePool.Reusable<FileEncoder.Kind> {
    /** The coarsest step of FFmpeg's JPEG quantizer; the finest is 1. */
    private static final int COARSEST = 31;

    private final Kind kind;
    private final AVCodecContext context;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final SizeTPointer data = new SizeTPointer(new Moving().at(packet.address() + packet.offsetof("data")));
    private final Moving bytes = new Moving();

    /** Memory that is elsewhere each time: a pointer of the packet's own would be a new object for each file. */
    private static final class Moving extends BytePointer {
        private Moving() {
            super((Pointer) null);
        }

        private Moving at(long begin) {
            address = begin;
            return this;
        }
    }

    /**
     * What is made of what.
     *
     * @param file the file
     * @param shape the pictures
     * @param lambda FFmpeg's measure of coarseness, 0 for files without loss
     */
    record Kind(FileType file, Shape shape, int lambda) {
        /**
         * Files of a quality.
         *
         * @param quality 0.0 to 1.0
         */
        static Kind of(FileType file, Shape shape, double quality) {
            double step = 1 + (1 - quality) * (COARSEST - 1);
            return new Kind(file, shape, file == FileType.JPEG ? (int) Math.round(avutil.FF_QP2LAMBDA * step) : 0);
        }

        int codec() {
            return file == FileType.JPEG ? avcodec.AV_CODEC_ID_MJPEG : avcodec.AV_CODEC_ID_PNG;
        }
    }

    FileEncoder(Kind kind) {
        this.kind = kind;
        AVCodec codec = avcodec.avcodec_find_encoder(kind.codec());
        if (codec == null) {
            throw new MediaException(ErrorName.OPERATION, "this build of FFmpeg has no encoder for " + kind.file());
        }
        context = avcodec.avcodec_alloc_context3(codec);
        describe();
        try (AVDictionary options = new AVDictionary(null)) {
            avutil.av_dict_set(options, "huffman", "default", 0);
            int result = avcodec.avcodec_open2(context, codec, options);
            avutil.av_dict_free(options);
            check(result);
        } catch (MediaException e) {
            free();
            throw e;
        }
    }

    private void describe() {
        context.pix_fmt(kind.shape().layout());
        context.width(kind.shape().width());
        context.height(kind.shape().height());
        context.thread_count(1);
        try (AVRational one = new AVRational().num(1).den(1)) {
            context.time_base(one);
            if (kind.file() == FileType.JPEG) {
                // Without an aspect ratio there is no JFIF header.
                context.sample_aspect_ratio(one);
            }
        }
        if (kind.file() == FileType.JPEG) {
            context.color_range(avutil.AVCOL_RANGE_JPEG);
            context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE | avcodec.AV_CODEC_FLAG_BITEXACT);
            context.global_quality(kind.lambda());
            context.qmin(1);
            context.qmax(COARSEST);
        }
    }

    /** A file of a picture. */
    byte[] encode(AVFrame picture) {
        picture.quality(kind.lambda());
        check(avcodec.avcodec_send_frame(context, picture));
        check(avcodec.avcodec_receive_packet(context, packet));
        byte[] file = new byte[packet.size()];
        bytes.at(data.get(0)).get(file);
        avcodec.av_packet_unref(packet);
        return file;
    }

    private void check(int result) {
        if (result < 0) {
            throw new MediaException(
                    ErrorName.OPERATION,
                    "FFmpeg cannot encode " + kind.shape() + " as " + kind.file() + " (error " + result + ")");
        }
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** About the bytes that the context keeps: a picture of its own, and room for the file. */
    @Override
    public long weight() {
        return 3L * kind.shape().width() * kind.shape().height();
    }

    @Override
    public void free() {
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(context);
    }
}
