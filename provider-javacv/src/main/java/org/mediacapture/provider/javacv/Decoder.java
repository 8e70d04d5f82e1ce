// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraUrl;

/** Makes pictures of packets. For one thread at a time. */
final class Decoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVFrame frame = avutil.av_frame_alloc();

    private Decoder(AVCodec codec) {
        context = avcodec.avcodec_alloc_context3(codec);
    }

    /** A decoder for the video of a demuxer. */
    static Decoder of(CameraUrl url, Demuxer demuxer) throws CameraException {
        Decoder decoder = new Decoder(find(url, demuxer.codec().codec_id()));
        avcodec.avcodec_parameters_to_context(decoder.context, demuxer.codec());
        decoder.context.pkt_timebase(demuxer.timeBase());
        return decoder.open(url);
    }

    /** A decoder for single images of a kind, such as {@code AV_CODEC_ID_PNG}. */
    static Decoder of(CameraUrl url, int codecId) throws CameraException {
        return new Decoder(find(url, codecId)).open(url);
    }

    private static AVCodec find(CameraUrl url, int codecId) throws CameraException {
        AVCodec codec = avcodec.avcodec_find_decoder(codecId);
        if (codec == null) {
            String name = avcodec.avcodec_get_name(codecId).getString();
            throw new CameraException(Reason.FAILED, url.address() + ": no decoder for " + name);
        }
        return codec;
    }

    private Decoder open(CameraUrl url) throws CameraException {
        // One thread: more of them delay every picture by as many frames.
        context.thread_count(1);
        int result = avcodec.avcodec_open2(context, context.codec(), (AVDictionary) null);
        if (FFmpegError.is(result)) {
            close();
            throw new CameraException(Reason.FAILED, url.address() + ": " + new FFmpegError(result).text());
        }
        return this;
    }

    /** Puts a packet in. One that is broken is passed over, as players do. */
    void put(AVPacket packet) {
        avcodec.avcodec_send_packet(context, packet);
    }

    /** Says that no further packet comes, so that {@link #next()} gives what is left. */
    void finish() {
        avcodec.avcodec_send_packet(context, null);
    }

    /** Begins anew, after {@link #finish()}. */
    void reset() {
        avcodec.avcodec_flush_buffers(context);
    }

    /** Whether there is a picture; if so it is in {@link #frame()}. */
    boolean next() {
        return avcodec.avcodec_receive_frame(context, frame) >= 0;
    }

    /** The picture, until the next call; it may be moved out. */
    AVFrame frame() {
        return frame;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}
