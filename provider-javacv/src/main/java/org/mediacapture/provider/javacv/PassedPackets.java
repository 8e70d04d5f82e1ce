// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.VideoMode;

/**
 * Lends the packets of an MJPEG stream as they are, each in a copy: to copy one takes a few microseconds, and to describe memory
 * that is elsewhere each time would take new objects each time. For one thread; buffers come back from any.
 */
final class PassedPackets implements AutoCloseable {
    private final SlotPool<JpegBuffer> pool = new SlotPool<>(JpegBuffer::new, buffer -> {}, buffer -> {});
    private VideoMode mode;

    PassedPackets(VideoMode mode) {
        this.mode = mode;
    }

    /** Copies a packet into a buffer and lends it; it is dropped if all are lent. The packet is empty afterwards. */
    void lend(AVPacket packet, long timestamp, FrameOutlet outlet) {
        try {
            Optional<SlotPool.Loan<JpegBuffer>> slot = packet.size() > 0 ? pool.take() : Optional.empty();
            if (slot.isPresent()) {
                lend(packet, slot.get(), timestamp, outlet);
            } else {
                outlet.dropped();
            }
        } finally {
            avcodec.av_packet_unref(packet);
        }
    }

    private void lend(AVPacket packet, SlotPool.Loan<JpegBuffer> loan, long timestamp, FrameOutlet outlet) {
        boolean lent = false;
        try {
            JpegBuffer picture = loan.buffer();
            picture.copy(packet.data(), packet.size());
            tellMode(picture, outlet);
            FrameData data = picture.frame(mode);
            lent = true; // from here on the outlet gives it back
            outlet.frame(data, timestamp, loan);
        } finally {
            if (!lent) {
                loan.run();
            }
        }
    }

    /** A camera may change its size in mid-stream; the demuxer tells only the first. */
    private void tellMode(JpegBuffer picture, FrameOutlet outlet) {
        Optional<JpegSize> size = picture.pictureSize();
        if (size.isPresent() && !size.get().isOf(mode)) {
            mode = new VideoMode(size.get().width(), size.get().height(), mode.frameRate(), mode.format());
            outlet.modeChanged(mode);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
