// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/**
 * Frames that FFmpeg's filters make, at their own speed: a camera without hardware. The graph has no input and one open
 * video output. For one thread at a time; buffers come back from any.
 */
final class FilterSource implements FrameSource {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final CameraPlan plan;
    private final Interruption interruption;
    private final AVFilterGraph graph = avfilter.avfilter_graph_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final AVFilterContext output;
    private final VideoMode mode;
    private final double secondsPerTick;
    private final PlaybackClock clock;
    private final Pictures pictures;

    private FilterSource(CameraPlan plan, Interruption interruption) throws CameraException {
        this.plan = plan;
        this.interruption = interruption;
        try {
            output = build();
            mode = new VideoMode(
                    avfilter.av_buffersink_get_w(output),
                    avfilter.av_buffersink_get_h(output),
                    frameRate(output),
                    Pictures.lentFormat(avfilter.av_buffersink_get_format(output)));
        } catch (CameraException e) {
            free();
            throw e;
        }
        secondsPerTick = secondsPerTick(output);
        clock = new PlaybackClock(interruption, mode.frameRate());
        pictures = new Pictures(new PictureFormats(false), mode);
    }

    /**
     * Builds the graph.
     *
     * @throws CameraException if FFmpeg does not accept it
     */
    static FilterSource open(CameraPlan plan, Interruption interruption) throws CameraException {
        return new FilterSource(plan, interruption);
    }

    private AVFilterContext build() throws CameraException {
        graph.nb_threads(1);
        AVFilterInOut inputs = new AVFilterInOut(null);
        AVFilterInOut outputs = new AVFilterInOut(null);
        try {
            check(avfilter.avfilter_graph_parse2(graph, plan.url().location(), inputs, outputs));
            if (!inputs.isNull() || outputs.isNull() || outputs.next() != null) {
                throw failed("a filter graph without inputs and with one video output is needed");
            }
            AVFilterContext sink =
                    avfilter.avfilter_graph_alloc_filter(graph, avfilter.avfilter_get_by_name("buffersink"), "output");
            check(avfilter.avfilter_init_str(sink, (String) null));
            check(avfilter.avfilter_link(outputs.filter_ctx(), outputs.pad_idx(), sink, 0));
            check(avfilter.avfilter_graph_config(graph, null));
            return sink;
        } finally {
            avfilter.avfilter_inout_free(inputs);
            avfilter.avfilter_inout_free(outputs);
        }
    }

    private static double frameRate(AVFilterContext output) {
        try (AVRational rate = avfilter.av_buffersink_get_frame_rate(output)) {
            return rate.num() > 0 && rate.den() > 0 ? avutil.av_q2d(rate) : NOMINAL_RATE;
        }
    }

    private static double secondsPerTick(AVFilterContext output) {
        try (AVRational tick = avfilter.av_buffersink_get_time_base(output)) {
            return avutil.av_q2d(tick);
        }
    }

    private void check(int result) throws CameraException {
        if (FFmpegError.is(result)) {
            throw failed(new FFmpegError(result).text());
        }
    }

    private CameraException failed(String what) {
        return new CameraException(Reason.FAILED, plan.url().address() + ": " + what);
    }

    @Override
    public VideoMode mode() {
        return mode;
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        int result = avfilter.av_buffersink_get_frame(output, frame);
        if (result == avutil.AVERROR_EOF) {
            return false;
        }
        check(result);
        long timestamp = frame.pts() == avutil.AV_NOPTS_VALUE
                ? clock.awaitNext()
                : clock.await((long) (frame.pts() * secondsPerTick * NANOS_PER_SECOND));
        if (interruption.isEnded()) {
            avutil.av_frame_unref(frame);
            throw new FFmpegError(avutil.AVERROR_EXIT).of(plan.url(), interruption, "picture");
        }
        pictures.lend(frame, timestamp, outlet);
        return true;
    }

    @Override
    public EndCause whenOver() {
        return EndCause.FINISHED;
    }

    @Override
    public void close() {
        try {
            pictures.close();
        } finally {
            free();
        }
    }

    private void free() {
        avutil.av_frame_free(frame);
        avfilter.avfilter_graph_free(graph);
    }
}
