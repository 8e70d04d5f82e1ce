// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A running stream: buffers that the driver fills and the program reads where they are, without a copy. For the thread that opened
 * it, but for {@link CaptureBuffer#giveBack()}. Buffers that are out stay valid after the stream is closed; the last one that comes
 * back frees them.
 */
public final class CaptureStream implements AutoCloseable {
    /** How many buffers are asked for: some for readers, and those between which the driver alternates. */
    private static final int BUFFERS = 8;

    /** With fewer the driver has to leave pictures out. */
    private static final int LEFT_TO_DRIVER = 2;

    private static final int CAPTURE = 1;
    private static final int MEMORY_MAPPED = 1;

    private final DeviceFile file;
    private final AgreedMode mode;
    private final List<CaptureBuffer> buffers = new ArrayList<>();
    private final Struct dequeued = new Struct(Request.DQBUF);
    private final Object lock = new Object();
    private final Struct queued = new Struct(Request.QBUF); // guarded by lock
    private int out; // guarded by lock
    private boolean closed; // guarded by lock

    private CaptureStream(DeviceFile file, AgreedMode mode) {
        this.file = file;
        this.mode = mode;
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
            CaptureStream stream = new CaptureStream(file, AgreedMode.of(file, mode));
            try {
                stream.start();
                return stream;
            } catch (DeviceException | RuntimeException e) {
                stream.close();
                throw e;
            }
        } catch (DeviceException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void start() throws DeviceException {
        Struct request =
                new Struct(Request.REQBUFS).put(0, BUFFERS).put(4, CAPTURE).put(8, MEMORY_MAPPED);
        file.request(request);
        int count = request.signed(0); // the driver may give fewer, or more
        for (int index = 0; index < count; index++) {
            Struct place = buffer(new Struct(Request.QUERYBUF), index);
            file.request(place);
            buffers.add(new CaptureBuffer(index, map(place.unsigned(64), place.signed(72)), this::giveBack));
            file.request(buffer(queued, index));
        }
        file.request(new Struct(Request.STREAMON).put(0, CAPTURE));
    }

    private DeviceFile.Mapping map(long offset, int length) throws DeviceException {
        int needed = mode.layout().pictureBytes();
        if (length < needed) {
            throw new DeviceException(
                    "QUERYBUF: a buffer has " + length + " bytes, and a picture " + needed, DeviceException.EINVAL);
        }
        return file.map(offset, length);
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
        return mode.layout();
    }

    /**
     * How often pictures come; the driver may have set another rate than the mode's.
     *
     * @return frames per second
     */
    public double rate() {
        return mode.interval().rate();
    }

    /**
     * The buffers, by {@link CaptureBuffer#index()}.
     *
     * @return all of them
     */
    public List<CaptureBuffer> buffers() {
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
    public Optional<CaptureBuffer> take() throws DeviceException {
        try {
            file.request(buffer(dequeued, 0));
        } catch (DeviceException e) {
            if (e.errno() == DeviceException.EAGAIN) {
                return Optional.empty();
            }
            throw e;
        }
        CaptureBuffer taken = buffers.get(dequeued.signed(0));
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

    /** Stops the stream. May take as long as the device needs to answer; nobody who gives a buffer back waits for that. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            freeUnused();
        }
        try {
            file.request(new Struct(Request.STREAMOFF).put(0, CAPTURE));
            // Buffers that are out keep the file open behind our back, and with it the device from the next stream;
            // without
            // buffers of its own it does not mind. Their memory stays.
            file.request(new Struct(Request.REQBUFS).put(0, 0).put(4, CAPTURE).put(8, MEMORY_MAPPED));
        } catch (DeviceException e) {
            // Closing the file stops what can still be stopped.
        } finally {
            file.close();
        }
    }

    /** When the last one is back: the driver keeps the memory of its own as long as it needs it. */
    private void freeUnused() {
        if (out == 0) {
            buffers.forEach(buffer -> buffer.unmap());
        }
    }
}
