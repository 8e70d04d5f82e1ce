// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import java.nio.ByteBuffer;

/**
 * An open device file. Thread-safe: a request may be under way while the file is closed; it then comes to its end on a file that is
 * still open.
 */
public interface DeviceFile extends AutoCloseable {
    /**
     * Makes a request; the driver reads and writes the structure.
     *
     * @param struct the structure of the request
     * @throws DeviceException if the driver refuses it, or the file is closed
     */
    void request(Struct struct) throws DeviceException;

    /**
     * Waits for a filled buffer.
     *
     * @param millis how long at most
     * @return true if one is there, or the stream is over, which the next request tells
     * @throws DeviceException if the file is closed
     */
    boolean awaitFrame(int millis) throws DeviceException;

    /**
     * Maps a buffer of the driver into memory. It stays valid after the file is closed, until it is unmapped.
     *
     * @param offset the place that the driver names, in bytes
     * @param length the size in bytes
     * @throws DeviceException if it cannot be mapped
     */
    Mapping map(long offset, int length) throws DeviceException;

    /** Closes the file, now or when the request that is under way is back. Idempotent, never waits. */
    @Override
    void close();

    /** A buffer of the driver in memory. */
    interface Mapping {
        /** The bytes; whoever reads them after {@link #unmap()} takes the process down. */
        ByteBuffer bytes();

        /** Takes it out of memory. To be called once. */
        void unmap();
    }

    /** Opens device files. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens a device file for reading and writing, without waiting for the device.
         *
         * @param path the device file
         * @return the open file
         * @throws DeviceException if it cannot be opened
         */
        DeviceFile open(String path) throws DeviceException;
    }
}
