// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.MultipartStream;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.VideoMode;

/** What a JPEG picture that passes through costs in bytes of heap. */
class FrameHeapTest {
    private static final VideoMode MODE = new VideoMode(1280, 720, 30, PixelFormat.MJPEG);
    private static final int PICTURE_BYTES = 60_000;
    private static final int FRAMES = 2_000;
    private static final int ROUNDS = 8;

    @Test
    void toLendABufferAgainCostsNothing() throws CameraException {
        SlotPool<JpegBuffer> pool = new SlotPool<>(JpegBuffer::new, buffer -> {}, buffer -> {});
        byte[] picture = new byte[PICTURE_BYTES];

        assertThat(bytesPerFrame(() -> {
                    SlotPool.Loan<JpegBuffer> loan = pool.take().orElseThrow();
                    loan.buffer().clear();
                    loan.buffer().append(picture, 0, picture.length);
                    if (loan.buffer().frame(MODE).planes().get(0).buffer().limit() != PICTURE_BYTES) {
                        throw new AssertionError("another picture");
                    }
                    loan.run();
                }))
                .isLessThanOrEqualTo(16);
    }

    @Test
    void aPictureOfAMultipartStreamCostsNothing() throws CameraException {
        byte[] part = part();
        int[] position = {0};
        MultipartReader reader = new MultipartReader("http://host/", into -> {
            int count = Math.min(into.length, part.length - position[0]);
            System.arraycopy(part, position[0], into, 0, count);
            position[0] = (position[0] + count) % part.length;
            return count;
        });
        JpegBuffer picture = new JpegBuffer();

        assertThat(bytesPerFrame(() -> {
                    if (!reader.next(picture) || picture.size() != PICTURE_BYTES) {
                        throw new AssertionError(picture.size() + " bytes");
                    }
                }))
                .isLessThanOrEqualTo(16);
    }

    private static byte[] part() {
        byte[] jpeg = new byte[PICTURE_BYTES];
        new Random(1).nextBytes(jpeg);
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[PICTURE_BYTES - 2] = (byte) 0xFF;
        jpeg[PICTURE_BYTES - 1] = (byte) 0xD9;
        return MultipartStream.of(List.of(jpeg));
    }

    /** The least of several rounds, since the first ones are not compiled yet. */
    private static long bytesPerFrame(Step step) throws CameraException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int frame = 0; frame < FRAMES; frame++) {
                step.run();
            }
            bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / FRAMES);
        }
        return bytes;
    }

    /** What is done for one frame. */
    private interface Step {
        void run() throws CameraException;
    }
}
