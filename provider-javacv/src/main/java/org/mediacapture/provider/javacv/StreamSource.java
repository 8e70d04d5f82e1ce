// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/**
 * Frames of whatever FFmpeg can demux: RTSP, files, other streams from web servers. MJPEG passes through
 * untouched, everything else is decoded; where decoding is slower than the camera, of key frames alone until it has caught up.
 * What has a length is played at its own speed, and again if the plan says so.
 * For one thread at a time.
 */
final class StreamSource implements FrameSource {
    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final CameraPlan plan;
    private final Interruption interruption;
    private final Interrupts interrupts;
    private final VideoMode mode;
    private final boolean recorded;
    private final PlaybackClock clock;
    private final Backlog backlog = new Backlog();
    private final PassedPackets packets;
    private final Pictures pictures;
    private final Optional<Decoder> decoder;
    private Demuxer demuxer;
    private long framesOfThisPass;
    private boolean awaitsKeyFrame;

    private StreamSource(CameraPlan plan, Demuxer demuxer, Interruption interruption, Interrupts interrupts)
            throws CameraException {
        this.plan = plan;
        this.demuxer = demuxer;
        this.interruption = interruption;
        this.interrupts = interrupts;
        boolean jpeg = demuxer.codec().codec_id() == avcodec.AV_CODEC_ID_MJPEG;
        mode = mode(plan, demuxer, jpeg);
        // A streaming server plays at the right speed by itself.
        recorded =
                Scheme.of(plan.url()) == Scheme.FILE || Scheme.of(plan.url()) != Scheme.RTSP && demuxer.hasDuration();
        clock = new PlaybackClock(interruption, mode.frameRate());
        decoder = jpeg ? Optional.empty() : Optional.of(Decoder.of(plan.url(), demuxer));
        packets = new PassedPackets(mode);
        pictures = new Pictures(new PictureFormats(true), mode);
    }

    /**
     * Opens a source.
     *
     * @param input the bytes if they are open already; closed with the source, and also if opening fails
     * @throws CameraException if it cannot be opened, or holds no video that can be decoded
     */
    static StreamSource open(
            CameraPlan plan, Optional<ByteInput> input, Interruption interruption, Interrupts interrupts)
            throws CameraException {
        Demuxer demuxer = Demuxer.open(plan, input, interruption, interrupts);
        try {
            return new StreamSource(plan, demuxer, interruption, interrupts);
        } catch (CameraException e) {
            demuxer.close();
            throw e;
        }
    }

    private static VideoMode mode(CameraPlan plan, Demuxer demuxer, boolean jpeg) throws CameraException {
        int width = demuxer.codec().width();
        int height = demuxer.codec().height();
        if (width < 1 || height < 1) {
            throw new CameraException(Reason.FAILED, plan.url().address() + ": tells no size of its pictures");
        }
        PixelFormat format =
                jpeg ? PixelFormat.MJPEG : Pictures.lentFormat(demuxer.codec().format());
        return new VideoMode(width, height, demuxer.frameRate(), format);
    }

    @Override
    public VideoMode mode() {
        return mode;
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.within(plan.readDeadline());
        long asked = System.nanoTime();
        Optional<AVPacket> packet = demuxer.read();
        if (packet.isPresent()) {
            put(packet.get(), asked, outlet);
            return true;
        }
        decoder.ifPresent(Decoder::finish);
        decode(outlet);
        return recorded && plan.loop() && rewind();
    }

    private void put(AVPacket packet, long asked, FrameOutlet outlet) {
        if (decoder.isPresent() && isPassedOver(packet, asked)) {
            outlet.dropped();
        } else if (decoder.isPresent()) {
            decoder.get().put(packet);
            decode(outlet);
        } else {
            framesOfThisPass++;
            long ticks = packet.pts() == avutil.AV_NOPTS_VALUE ? packet.dts() : packet.pts();
            packets.lend(packet, timestamp(ticks), outlet);
        }
    }

    /** Also what comes after a packet that was passed over, up to a key frame: it builds on that packet. */
    private boolean isPassedOver(AVPacket packet, long asked) {
        boolean key = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
        long ticks = packet.dts() == avutil.AV_NOPTS_VALUE ? packet.pts() : packet.dts();
        boolean late = !recorded
                && ticks != avutil.AV_NOPTS_VALUE
                && backlog.grows(
                        (long) (ticks * demuxer.secondsPerTick() * NANOS_PER_SECOND), asked, System.nanoTime());
        awaitsKeyFrame = !key && (awaitsKeyFrame || late);
        return awaitsKeyFrame;
    }

    private void decode(FrameOutlet outlet) {
        while (decoder.isPresent() && !interruption.isEnded() && decoder.get().next()) {
            framesOfThisPass++;
            long ticks = decoder.get().frame().best_effort_timestamp();
            pictures.lend(decoder.get().frame(), timestamp(ticks), outlet);
            interruption.within(plan.readDeadline());
        }
    }

    private long timestamp(long ticks) {
        if (!recorded) {
            return System.nanoTime();
        }
        return ticks == avutil.AV_NOPTS_VALUE
                ? clock.awaitNext()
                : clock.await((long) (ticks * demuxer.secondsPerTick() * NANOS_PER_SECOND));
    }

    /** Opens the file again: seeking to the beginning is something that not every format can do. */
    private boolean rewind() throws CameraException {
        if (framesOfThisPass == 0) {
            throw new CameraException(Reason.FAILED, plan.url().address() + ": holds no picture that can be decoded");
        }
        framesOfThisPass = 0;
        decoder.ifPresent(Decoder::reset);
        Demuxer again = Demuxer.open(plan, Optional.empty(), interruption, interrupts);
        demuxer.close();
        demuxer = again;
        return true;
    }

    @Override
    public EndCause whenOver() {
        return recorded ? EndCause.FINISHED : EndCause.LOST;
    }

    @Override
    public void close() {
        try (Demuxer last = demuxer;
                pictures;
                packets) {
            // No method reference: the class of a decoder that is not there may be impossible to load by now.
            if (decoder.isPresent()) {
                decoder.get().close();
            }
        }
    }
}
