// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoDecoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** Counts what a camera and codecs lend and get back. Thread-safe, but for the camera. */
final class Lender {
    /** Times that the camera got a buffer back. */
    final AtomicInteger cameraReleases = new AtomicInteger();

    /** Pictures that were decoded. */
    final AtomicInteger decoded = new AtomicInteger();

    /** Pictures that were scaled. */
    final AtomicInteger scaled = new AtomicInteger();

    /** Times that a codec got a buffer back. */
    final AtomicInteger codecReleases = new AtomicInteger();

    private final Codecs codecs = new Codecs(List::of, () -> List.of(new Decoder()), () -> List.of(new Converter()));
    private int lent;
    private volatile boolean broken;

    /** From now on nothing can be decoded or scaled. */
    void breakDown() {
        broken = true;
    }

    /** Codecs in plain Java, of which every buffer is counted. */
    Codecs codecs() {
        return codecs;
    }

    /** A frame of the camera. */
    SharedFrame frame(FrameData data, long sequence, long timestamp) {
        lent++;
        return new BufferFrame(data, sequence, timestamp, cameraReleases::incrementAndGet, codecs);
    }

    /** Offers a frame to tracks, as a fan-out does. */
    void offer(FrameData data, long sequence, FrameReceiver... tracks) {
        SharedFrame frame = frame(data, sequence, sequence * 33_333_333);
        for (FrameReceiver track : tracks) {
            track.offer(frame);
        }
        frame.release();
    }

    /** Every buffer came back, once. */
    void assertAllIsBack() {
        assertThat(cameraReleases).as("buffers of the camera").hasValue(lent);
        assertThat(codecReleases).as("buffers of codecs").hasValue(decoded.get() + scaled.get());
    }

    private LentFrame counted(LentFrame made, AtomicInteger counter) {
        counter.incrementAndGet();
        return new LentFrame(made.data(), codecReleases::incrementAndGet);
    }

    private void check() {
        if (broken) {
            throw new MediaException(ErrorName.OPERATION, "the codec is broken");
        }
    }

    private final class Decoder implements ImageDecoder {
        @Override
        public boolean decodes(PixelFormat format) {
            return true;
        }

        @Override
        public LentFrame decode(VideoFrame frame) {
            check();
            return counted(new ImageIoDecoder().decode(frame), decoded);
        }
    }

    private final class Converter implements FrameConverter {
        private final JavaConverter java = new JavaConverter();

        @Override
        public boolean converts(PixelFormat from, PixelFormat to) {
            return java.converts(from, to);
        }

        @Override
        public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
            check();
            return counted(java.convert(frame, to, width, height), scaled);
        }
    }
}
