// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import java.util.List;
import java.util.Optional;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraPlan;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.provider.javacv.v4l2.CaptureBuffer;
import org.mediacapture.provider.javacv.v4l2.CaptureStream;
import org.mediacapture.provider.javacv.v4l2.DeviceException;
import org.mediacapture.provider.javacv.v4l2.DeviceFile;
import org.mediacapture.provider.javacv.v4l2.DeviceMode;
import org.mediacapture.provider.javacv.v4l2.PictureLayout;

/** Frames of a camera at this computer: the driver's own buffers are lent. For one thread at a time. */
final class LocalSource implements FrameSource {
    /** How long the driver is waited for before it is looked whether the work has to end. */
    private static final int POLL_MILLIS = 20;

    /** As many times it is looked whether the device file is still there, when the driver says that the device is gone. */
    private static final int MOST_LOOKS = 10;

    /** A larger gap in the driver's numbers is a counter that began anew. */
    private static final long LARGEST_GAP = 1000;

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final CameraPlan plan;
    private final CaptureStream stream;
    private final VideoMode mode;
    private final Interruption interruption;
    private final List<Lent> buffers;
    private long previous = -1;
    private EndCause whenOver = EndCause.LOST;

    private LocalSource(CameraPlan plan, CaptureStream stream, Interruption interruption) {
        this.plan = plan;
        this.stream = stream;
        this.interruption = interruption;
        PictureLayout layout = stream.layout();
        this.mode = new VideoMode(
                layout.width(), layout.height(), stream.rate(), layout.format().lent());
        this.buffers =
                stream.buffers().stream().map(buffer -> Lent.of(buffer, layout)).toList();
    }

    /**
     * Starts the stream.
     *
     * @throws CameraException if the camera is busy, gone, or refuses the mode
     */
    static LocalSource open(CameraPlan plan, DeviceFile.Opener files, DeviceMode mode, Interruption interruption)
            throws CameraException {
        try {
            CaptureStream stream = CaptureStream.open(files, plan.url().location(), mode);
            try {
                return new LocalSource(plan, stream, interruption);
            } catch (RuntimeException e) {
                stream.close();
                throw e;
            }
        } catch (DeviceException e) {
            throw new DeviceErrors(plan.url()).of(e);
        }
    }

    @Override
    public VideoMode mode() {
        return mode;
    }

    @Override
    public boolean next(FrameOutlet outlet) throws CameraException {
        interruption.within(plan.readDeadline());
        try {
            Optional<CaptureBuffer> filled = Optional.empty();
            while (filled.isEmpty()) {
                requireTime();
                filled = stream.awaitFrame(POLL_MILLIS) ? stream.take() : Optional.empty();
            }
            lend(filled.get(), outlet);
            return true;
        } catch (DeviceException e) {
            DeviceErrors errors = new DeviceErrors(plan.url());
            if (staysThere(e, errors)) {
                throw errors.of(e);
            }
            whenOver = EndCause.UNPLUGGED;
            return false;
        }
    }

    /** The file of a device that was pulled out goes a moment after the device. */
    private boolean staysThere(DeviceException failure, DeviceErrors errors) {
        for (int look = 0; look < MOST_LOOKS && failure.reason() == Reason.LOST && errors.isThere(); look++) {
            interruption.awaitMillis(POLL_MILLIS);
        }
        return errors.isThere();
    }

    private void requireTime() throws CameraException {
        if (interruption.isDue()) {
            throw new DeviceErrors(plan.url())
                    .failed(interruption.why("picture").orElse("closed"));
        }
    }

    private void lend(CaptureBuffer buffer, FrameOutlet outlet) {
        leftOut(buffer.sequence(), outlet);
        if (buffer.isBroken() || buffer.used() < stream.layout().pictureBytes() || stream.isShort()) {
            buffer.giveBack();
            outlet.dropped();
            return;
        }
        Lent lent = buffers.get(buffer.index());
        FrameData data = lent.data().isPresent() // no function is made for each frame
                ? lent.data().get()
                : stream.layout().describe(buffer.bytes(), buffer.used());
        outlet.frame(data, buffer.timestamp(), lent.release());
    }

    private void leftOut(long number, FrameOutlet outlet) {
        long gap = previous < 0 ? 0 : number - previous - 1 & UNSIGNED;
        for (long i = 0; i < gap && gap < LARGEST_GAP; i++) {
            outlet.dropped();
        }
        previous = number;
    }

    @Override
    public EndCause whenOver() {
        return whenOver;
    }

    @Override
    public void close() {
        stream.close();
    }

    /**
     * What is said of a buffer each time it is lent, made once. Immutable.
     *
     * @param data the picture; empty if its length differs from one to the next
     * @param release gives the buffer back
     */
    private record Lent(Optional<FrameData> data, Runnable release) {
        private static Lent of(CaptureBuffer buffer, PictureLayout layout) {
            Optional<FrameData> same = layout.pictureBytes() > 0
                    ? Optional.of(layout.describe(buffer.bytes(), layout.pictureBytes()))
                    : Optional.empty();
            return new Lent(same, buffer::giveBack);
        }
    }
}
