// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.Optional;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;

/**
 * Frames of a camera that sends one JPEG after the other over HTTP. Every frame has exactly the bytes that the server
 * sent as a part. For one thread at a time; buffers come back from any.
 */
final class MultipartSource implements FrameSource {
    private final CameraPlan plan;
    private final Interruption interruption;
    private final ByteInput input;
    private final MultipartReader reader;
    private final SlotPool<JpegBuffer> pool = new SlotPool<>(JpegBuffer::new, buffer -> {}, buffer -> {});
    private final JpegBuffer spare = new JpegBuffer();
    private final JpegBuffer first = new JpegBuffer();
    private boolean firstIsWaiting = true;
    private VideoMode mode;

    private MultipartSource(CameraPlan plan, ByteInput input, Interruption interruption) throws CameraException {
        this.plan = plan;
        this.input = input;
        this.interruption = interruption;
        this.reader = new MultipartReader(plan.url().address(), input);
        this.mode = readFirst();
    }

    /**
     * Reads the first picture, which tells the size.
     *
     * @param input the bytes; closed with the source, and also if opening fails
     * @throws CameraException if no picture comes
     */
    static MultipartSource open(CameraPlan plan, ByteInput input, Interruption interruption) throws CameraException {
        try {
            return new MultipartSource(plan, input, interruption);
        } catch (CameraException e) {
            input.close();
            throw e;
        }
    }

    private VideoMode readFirst() throws CameraException {
        while (reader.next(first)) {
            Optional<JpegSize> size = first.pictureSize();
            if (size.isPresent()) {
                return mode(size.get());
            }
        }
        throw new CameraException(Reason.LOST, plan.url().address() + ": the stream ended without a JPEG picture");
    }

    private static VideoMode mode(JpegSize size) {
        return new VideoMode(size.width(), size.height(), NOMINAL_RATE, PixelFormat.MJPEG);
    }

    @Override
    public VideoMode mode() {
        return mode;
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.within(plan.readDeadline());
        Optional<SlotPool.Loan<JpegBuffer>> slot = pool.take();
        if (slot.isEmpty()) {
            outlet.dropped();
            return read(spare);
        }
        return next(slot.get(), outlet);
    }

    private boolean next(SlotPool.Loan<JpegBuffer> loan, FrameOutlet outlet) throws CameraException {
        boolean lent = false;
        try {
            if (!read(loan.buffer())) {
                return false;
            }
            long timestamp = System.nanoTime();
            tellMode(loan.buffer(), outlet);
            FrameData data = loan.buffer().frame(mode);
            lent = true; // from here on the outlet gives it back
            outlet.frame(data, timestamp, loan);
            return true;
        } finally {
            if (!lent) {
                loan.run();
            }
        }
    }

    private boolean read(JpegBuffer picture) throws CameraException {
        if (firstIsWaiting) {
            firstIsWaiting = false;
            picture.copy(first);
            return true;
        }
        return reader.next(picture);
    }

    private void tellMode(JpegBuffer picture, FrameOutlet outlet) {
        Optional<JpegSize> size = picture.pictureSize();
        if (size.isPresent() && !size.get().isOf(mode)) {
            mode = mode(size.get());
            outlet.modeChanged(mode);
        }
    }

    @Override
    public EndCause whenOver() {
        return EndCause.LOST;
    }

    @Override
    public void close() {
        try (input) {
            pool.close();
        }
    }
}
