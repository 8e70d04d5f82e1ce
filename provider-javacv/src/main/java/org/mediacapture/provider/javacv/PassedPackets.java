// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.VideoMode;

/** Lends the packets of an MJPEG stream as they are. For one thread; buffers come back from any. */
final class PassedPackets implements AutoCloseable {
    private final SlotPool<AVPacket> pool =
            new SlotPool<>(avcodec::av_packet_alloc, avcodec::av_packet_unref, avcodec::av_packet_free);
    private VideoMode mode;

    PassedPackets(VideoMode mode) {
        this.mode = mode;
    }

    /** Moves a packet into a buffer and lends it; it is dropped if all are lent. The packet is empty afterwards. */
    void lend(AVPacket packet, long timestamp, FrameOutlet outlet) {
        Optional<AVPacket> slot = packet.size() > 0 ? pool.take() : Optional.empty();
        if (slot.isEmpty()) {
            avcodec.av_packet_unref(packet);
            outlet.dropped();
            return;
        }
        AVPacket lent = slot.get();
        avcodec.av_packet_move_ref(lent, packet);
        ByteBuffer bytes = lent.data().capacity(lent.size()).asByteBuffer();
        tellMode(bytes, outlet);
        Plane plane = Plane.compressed(bytes);
        FrameData data = FrameData.of(PixelFormat.MJPEG, List.of(plane), mode.width(), mode.height(), ColorSpace.JPEG);
        outlet.frame(data, timestamp, pool.lease(lent));
    }

    /** A camera may change its size in mid-stream; the demuxer tells only the first. */
    private void tellMode(ByteBuffer picture, FrameOutlet outlet) {
        Optional<JpegSize> size = JpegSize.of(picture);
        if (size.isPresent()
                && (size.get().width() != mode.width() || size.get().height() != mode.height())) {
            mode = new VideoMode(size.get().width(), size.get().height(), mode.frameRate(), mode.format());
            outlet.modeChanged(mode);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
