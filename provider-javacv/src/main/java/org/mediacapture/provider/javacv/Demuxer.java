// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.CameraUrl;

/** Takes the packets of the video stream out of a file or a connection. For one thread at a time. */
final class Demuxer implements AutoCloseable {
    private static final long LONGEST_ANALYSIS = 3_000_000; // microseconds

    private static final int RATE_PROBE = 2; // frames

    private static final double HIGHEST_RATE = 1000;

    private final CameraUrl url;
    private final Interruption interruption;
    private final Optional<ByteInput> input;
    private final Interrupts.Watch watch;
    private final AVFormatContext context;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private AVStream video;

    private Demuxer(CameraPlan plan, Optional<ByteInput> input, Interruption interruption, Interrupts interrupts) {
        this.url = plan.url();
        this.interruption = interruption;
        this.input = input;
        this.watch = interrupts.watch(interruption);
        this.context = avformat.avformat_alloc_context();
    }

    /**
     * Opens an input and learns what is in it.
     *
     * @param plan the camera
     * @param input the bytes if they are open already; closed with the demuxer, and also if opening fails
     * @throws CameraException if it cannot be opened or holds no video
     */
    static Demuxer open(CameraPlan plan, Optional<ByteInput> input, Interruption interruption, Interrupts interrupts)
            throws CameraException {
        Demuxer demuxer = new Demuxer(plan, input, interruption, interrupts);
        try {
            demuxer.open(plan);
            return demuxer;
        } catch (CameraException | LinkageError e) {
            demuxer.close();
            throw e;
        }
    }

    private void open(CameraPlan plan) throws CameraException {
        watch.applyTo(context);
        input.ifPresent(bytes -> context.pb(bytes.context()));
        context.max_analyze_duration(LONGEST_ANALYSIS);
        if (Scheme.of(url) == Scheme.RTSP) {
            // Streaming servers tell the rate; measuring it would delay the first picture by a second.
            context.fps_probe_size(RATE_PROBE);
        }
        try (ByteInput.Options options = new ByteInput.Options(options(plan))) {
            check(avformat.avformat_open_input(context, url.location(), null, options.dictionary()));
        }
        check(avformat.avformat_find_stream_info(context, (AVDictionary) null));
        int index = avformat.av_find_best_stream(context, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (index < 0) {
            throw new CameraException(Reason.FAILED, url.address() + ": holds no video");
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            context.streams(i).discard(i == index ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        video = context.streams(index);
    }

    private static Map<String, String> options(CameraPlan plan) {
        Map<String, String> options = new HashMap<>();
        switch (Scheme.of(plan.url())) {
            case HTTP, HTTPS -> options.put("protocol_whitelist", ByteInput.Options.NETWORK_PROTOCOLS);
            case RTSP -> {
                options.put("protocol_whitelist", ByteInput.Options.NETWORK_PROTOCOLS);
                options.put("rtsp_transport", plan.transport());
            }
            case FILE -> options.put("protocol_whitelist", "file,crypto,data");
            case V4L2, LAVFI -> options.clear();
        }
        return options;
    }

    private void check(int result) throws CameraException {
        if (FFmpegError.is(result) || interruption.isDue()) {
            throw new FFmpegError(Math.min(result, -1)).of(url, interruption, "answer");
        }
    }

    /** How the video is coded. */
    AVCodecParameters codec() {
        return video.codecpar();
    }

    /** The unit of the time stamps of packets and frames, in seconds. */
    double secondsPerTick() {
        return avutil.av_q2d(video.time_base());
    }

    /** The unit of the time stamps, for a decoder. */
    AVRational timeBase() {
        return video.time_base();
    }

    /** Frames per second. */
    double frameRate() {
        try (AVRational rate = avformat.av_guess_frame_rate(context, video, null)) {
            double perSecond = rate.den() == 0 ? 0 : avutil.av_q2d(rate);
            return perSecond > 0 && perSecond <= HIGHEST_RATE ? perSecond : FrameSource.NOMINAL_RATE;
        }
    }

    /** Whether the input has a length, as a file has and a camera has not. */
    boolean hasDuration() {
        return context.duration() != avutil.AV_NOPTS_VALUE && context.duration() > 0;
    }

    /**
     * Reads the next packet of the video.
     *
     * @return the packet, valid until the next call; empty at the end of the input
     * @throws CameraException if reading failed or has to end
     */
    Optional<AVPacket> read() throws CameraException {
        while (true) {
            avcodec.av_packet_unref(packet);
            int result = avformat.av_read_frame(context, packet);
            if (result == avutil.AVERROR_EOF && !interruption.isDue()) {
                return Optional.empty();
            }
            if (FFmpegError.is(result)) {
                throw new FFmpegError(result).of(url, interruption, "picture");
            }
            if (packet.stream_index() == video.index()) {
                return Optional.of(packet);
            }
        }
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat.avformat_close_input(context);
        }
        avcodec.av_packet_free(packet);
        // No method reference: the class of an input that is not there may be impossible to load by now.
        if (input.isPresent()) {
            input.get().close();
        }
        watch.close();
    }
}
