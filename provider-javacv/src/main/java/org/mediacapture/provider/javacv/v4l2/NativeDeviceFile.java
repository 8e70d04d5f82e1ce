// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A device file of Linux, by JNA. A request allocates nothing. */
public final class NativeDeviceFile implements DeviceFile {
    private static final int READ_WRITE = 0x2;
    private static final int NONBLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int PROTECTION_READ_WRITE = 0x3;
    private static final int SHARED = 0x1;
    private static final short READABLE = 0x1;
    private static final int POLLFD_BYTES = 8;

    private final int file;
    private final ByteBuffer awaited =
            ByteBuffer.allocateDirect(POLLFD_BYTES).order(ByteOrder.nativeOrder()); // of the thread that awaits frames
    private int users; // guarded by this
    private boolean closed; // guarded by this

    private NativeDeviceFile(int file) {
        this.file = file;
    }

    /** Opens a device file, as {@link DeviceFile.Opener} says. */
    public static DeviceFile open(String path) throws DeviceException {
        try {
            return new NativeDeviceFile(LibC.open(path, READ_WRITE | NONBLOCKING | CLOSE_ON_EXEC));
        } catch (LastErrorException e) {
            throw new DeviceException("open", e.getErrorCode());
        }
    }

    @Override
    public void request(Struct struct) throws DeviceException {
        enter(struct.request().name());
        try {
            boolean done = false;
            while (!done) {
                done = attempt(struct);
            }
        } finally {
            leave();
        }
    }

    /** Answers false if a signal came between. */
    private boolean attempt(Struct struct) throws DeviceException {
        try {
            LibC.ioctl(file, struct.request().number(), struct.bytes());
            return true;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == DeviceException.EINTR) {
                return false;
            }
            throw new DeviceException(struct.request().name(), e.getErrorCode());
        }
    }

    @Override
    public boolean awaitFrame(int millis) throws DeviceException {
        enter("poll");
        try {
            awaited.putInt(0, file).putShort(4, READABLE);
            return LibC.poll(awaited, 1, millis) > 0;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == DeviceException.EINTR) {
                return false;
            }
            throw new DeviceException("poll", e.getErrorCode());
        } finally {
            leave();
        }
    }

    @Override
    public Mapping map(long offset, int length) throws DeviceException {
        enter("mmap");
        try {
            Pointer address = LibC.mmap(Pointer.NULL, length, PROTECTION_READ_WRITE, SHARED, file, offset);
            return new Memory(address, length, address.getByteBuffer(0, length));
        } catch (LastErrorException e) {
            throw new DeviceException("mmap", e.getErrorCode());
        } finally {
            leave();
        }
    }

    private synchronized void enter(String what) throws DeviceException {
        if (closed) {
            throw new DeviceException(what, DeviceException.ENODEV);
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        free();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            free();
        }
    }

    /** By the last user: the number of a file that is closed too early goes to the next file that is opened. */
    private void free() {
        if (closed && users == 0) {
            try {
                LibC.close(file);
            } catch (LastErrorException gone) {
                return; // the number is free all the same
            }
        }
    }

    private record Memory(Pointer address, int length, ByteBuffer bytes) implements Mapping {
        @Override
        public void unmap() {
            LibC.munmap(address, length);
        }
    }
}
