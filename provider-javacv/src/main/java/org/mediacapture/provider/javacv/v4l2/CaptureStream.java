// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A running stream: buffers that the driver fills and the program reads where they are, without a copy. For the thread that opened
 * it, but for {@link Buffer#giveBack()}. Buffers that are out stay valid after the stream is closed; the last one that comes back
 * frees them.
 */
public final class CaptureStream implements AutoCloseable {
    /** How many buffers are asked for: some for readers, and those between which the driver alternates. */
    private static final int BUFFERS = 8;

    /** With fewer the driver has to leave pictures out. */
    private static final int LEFT_TO_DRIVER = 2;

    private static final int CAPTURE = 1;
    private static final int MEMORY_MAPPED = 1;
    private static final int ERROR = 0x40;
    private static final int CLOCK = 0xE000;
    private static final int MONOTONIC = 0x2000;

    private final DeviceFile file;
    private final PictureLayout layout;
    private final List<Buffer> buffers = new ArrayList<>();
    private final Struct dequeued = new Struct(Request.DQBUF);
    private final Object lock = new Object();
    private final Struct queued = new Struct(Request.QBUF); // guarded by lock
    private int out; // guarded by lock
    private boolean closed; // guarded by lock

    private CaptureStream(DeviceFile file, PictureLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Sets the mode, and starts the stream.
     *
     * @param opener opens the device file
     * @param path the device file
     * @param mode a mode of the camera
     * @return the running stream
     * @throws DeviceException if the driver refuses, with {@code BUSY} where another program streams
     */
    public static CaptureStream open(DeviceFile.Opener opener, String path, DeviceMode mode) throws DeviceException {
        DeviceFile file = opener.open(path);
        try {
            CaptureStream stream = new CaptureStream(file, format(file, mode));
            try {
                stream.start(mode);
                return stream;
            } catch (DeviceException e) {
                stream.close();
                throw e;
            }
        } catch (DeviceException e) {
            file.close();
            throw e;
        }
    }

    private static PictureLayout format(DeviceFile file, DeviceMode mode) throws DeviceException {
        Struct format = new Struct(Request.S_FMT)
                .put(0, CAPTURE)
                .put(8, mode.width())
                .put(12, mode.height())
                .put(16, mode.format().code())
                .put(20, PictureLayout.ANY_FIELD);
        file.request(format);
        if (format.signed(16) != mode.format().code()) {
            throw new DeviceException(
                    "S_FMT: asked for " + PictureFormat.letters(mode.format().code()) + ", the driver set "
                            + PictureFormat.letters(format.signed(16)),
                    DeviceException.EINVAL);
        }
        return PictureLayout.of(mode.format(), format);
    }

    private void start(DeviceMode mode) throws DeviceException {
        rate(mode);
        Struct request =
                new Struct(Request.REQBUFS).put(0, BUFFERS).put(4, CAPTURE).put(8, MEMORY_MAPPED);
        file.request(request);
        int count = request.signed(0); // the driver may give fewer, or more
        for (int index = 0; index < count; index++) {
            Struct place = buffer(new Struct(Request.QUERYBUF), index);
            file.request(place);
            buffers.add(new Buffer(index, file.map(place.unsigned(64), place.signed(72))));
            file.request(buffer(queued, index));
        }
        file.request(new Struct(Request.STREAMON).put(0, CAPTURE));
    }

    private void rate(DeviceMode mode) throws DeviceException {
        Struct rate = new Struct(Request.S_PARM)
                .put(0, CAPTURE)
                .put(12, (int) mode.interval().numerator())
                .put(16, (int) mode.interval().denominator());
        try {
            file.request(rate);
        } catch (DeviceException e) {
            if (!e.isUnsupported()) { // some cameras have one rate, and nothing to set
                throw e;
            }
        }
    }

    private static Struct buffer(Struct struct, int index) {
        return struct.put(0, index).put(4, CAPTURE).put(60, MEMORY_MAPPED);
    }

    /**
     * How the pictures lie in the buffers; the driver may have set another size than the mode's.
     *
     * @return the layout
     */
    public PictureLayout layout() {
        return layout;
    }

    /**
     * The buffers, by {@link Buffer#index()}.
     *
     * @return all of them
     */
    public List<Buffer> buffers() {
        return List.copyOf(buffers);
    }

    /**
     * Waits for a picture.
     *
     * @param millis how long at most
     * @return true if {@link #take()} has something to tell
     * @throws DeviceException if the stream is closed
     */
    public boolean awaitFrame(int millis) throws DeviceException {
        return file.awaitFrame(millis);
    }

    /**
     * Takes a picture from the driver.
     *
     * @return the buffer, to be given back; empty if there is none yet
     * @throws DeviceException if the stream is over, as when the camera is gone
     */
    public Optional<Buffer> take() throws DeviceException {
        try {
            file.request(buffer(dequeued, 0));
        } catch (DeviceException e) {
            if (e.errno() == DeviceException.EAGAIN) {
                return Optional.empty();
            }
            throw e;
        }
        Buffer taken = buffers.get(dequeued.signed(0));
        taken.fill(dequeued);
        synchronized (lock) {
            out++;
        }
        return Optional.of(taken);
    }

    /**
     * Whether so few buffers are left to the driver that the one just taken has to go back at once.
     *
     * @return true if it must not be lent
     */
    public boolean isShort() {
        synchronized (lock) {
            return buffers.size() - out < Math.min(LEFT_TO_DRIVER, buffers.size() - 1);
        }
    }

    private void giveBack(int index) {
        synchronized (lock) {
            out--;
            if (closed) {
                freeUnused();
                return;
            }
            try {
                file.request(buffer(queued, index));
            } catch (DeviceException e) {
                return; // the camera is gone, which the capture thread is about to be told
            }
        }
    }

    /** Stops the stream. May take as long as the device needs to answer. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
        }
        try {
            file.request(new Struct(Request.STREAMOFF).put(0, CAPTURE));
        } catch (DeviceException e) {
            // Closing the file stops what can still be stopped.
        }
        synchronized (lock) {
            closed = true;
            file.close();
            freeUnused();
        }
    }

    private void freeUnused() {
        if (out == 0) {
            buffers.forEach(buffer -> buffer.mapping.unmap());
        }
    }

    /** A buffer of the driver. It describes its latest picture until it is given back. */
    public final class Buffer {
        private final int index;
        private final DeviceFile.Mapping mapping;
        private int used;
        private long sequence;
        private long timestamp;
        private boolean broken;

        private Buffer(int index, DeviceFile.Mapping mapping) {
            this.index = index;
            this.mapping = mapping;
        }

        private void fill(Struct told) {
            used = told.signed(8);
            int flags = told.signed(12);
            broken = (flags & ERROR) != 0 || used == 0;
            timestamp = (flags & CLOCK) == MONOTONIC
                    ? TimeUnit.SECONDS.toNanos(told.wide(24)) + TimeUnit.MICROSECONDS.toNanos(told.wide(32))
                    : System.nanoTime();
            sequence = told.unsigned(56);
        }

        /** Its place in {@link #buffers()}. */
        public int index() {
            return index;
        }

        /** All its memory. */
        public ByteBuffer bytes() {
            return mapping.bytes();
        }

        /** How many bytes of it the picture has. */
        public int used() {
            return used;
        }

        /** The driver's number of the picture, of 32 bits without a sign; a gap is a picture that was left out. */
        public long sequence() {
            return sequence;
        }

        /** When the picture was taken, in nanoseconds of {@link System#nanoTime()}: the clock of Linux behind both is the same. */
        public long timestamp() {
            return timestamp;
        }

        /** Whether the driver says that the picture is damaged. */
        public boolean isBroken() {
            return broken;
        }

        /** Gives it back to the driver. Any thread may do that, once for each time it was taken. */
        public void giveBack() {
            CaptureStream.this.giveBack(index);
        }
    }
}
