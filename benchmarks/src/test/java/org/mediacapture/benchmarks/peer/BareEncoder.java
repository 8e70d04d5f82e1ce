// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.io.IOException;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.FrameData;

/** FFmpeg's JPEG encoder alone: its context is made once, and it reads pictures where they lie. Confined to one thread. */
public final class BareEncoder implements JpegEncoder {
    private static final int COARSEST = 31;

    private final AVCodecContext context;
    private final NativePictures pictures = new NativePictures();
    private final AVPacket packet = avcodec.av_packet_alloc();

    /**
     * Makes an encoder.
     *
     * @param step of the quantizer, 1 to 31; the smaller the better
     */
    public BareEncoder(int width, int height, int step) throws IOException {
        AVCodec codec = avcodec.avcodec_find_encoder(avcodec.AV_CODEC_ID_MJPEG);
        context = avcodec.avcodec_alloc_context3(codec);
        context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.width(width);
        context.height(height);
        context.thread_count(1);
        context.color_range(avutil.AVCOL_RANGE_JPEG);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
        context.global_quality(avutil.FF_QP2LAMBDA * step);
        context.qmin(1);
        context.qmax(COARSEST);
        try (AVRational second = new AVRational().num(1).den(1)) {
            context.time_base(second);
        }
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "huffman", "default", 0);
        check(avcodec.avcodec_open2(context, codec, options));
        avutil.av_dict_free(options);
    }

    @Override
    public byte[] encode(FrameData picture) throws IOException {
        AVFrame frame = pictures.of(picture);
        frame.quality(context.global_quality());
        check(avcodec.avcodec_send_frame(context, frame));
        check(avcodec.avcodec_receive_packet(context, packet));
        byte[] jpeg = new byte[packet.size()];
        packet.data().get(jpeg);
        avcodec.av_packet_unref(packet);
        return jpeg;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        pictures.close();
        avcodec.avcodec_free_context(context);
    }

    private static void check(int result) throws IOException {
        if (result < 0) {
            throw new IOException("FFmpeg's JPEG encoder answers " + result);
        }
    }
}
