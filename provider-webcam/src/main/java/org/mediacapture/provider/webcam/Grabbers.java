// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.nio.ByteBuffer;
import java.util.List;

/** What the natives of the default driver can do. Used on threads with the context class loader of the library. */
interface Grabbers {
    /**
     * A camera that the natives see.
     *
     * @param id how they name it; on Linux the device file
     * @param name what a person calls it
     */
    record Found(String id, String name) {}

    /**
     * Lists the cameras. Loads the natives, and opens every device for a moment.
     *
     * @throws LinkageError if the natives cannot be loaded
     */
    List<Found> list();

    /**
     * Begins to stream. Blocks.
     *
     * @param id the camera
     * @param width width in pixels that the camera should have, or one near it
     * @param height height in pixels
     * @return the camera; {@link Grabber#isOpen()} tells whether it could be opened
     * @throws LinkageError if the natives cannot be loaded
     */
    Grabber open(String id, int width, int height);

    /** One open camera. Confined to the capture thread. */
    interface Grabber extends AutoCloseable {
        /** Whether the camera streams. */
        boolean isOpen();

        /** Width of the pictures in pixels. */
        int width();

        /** Height of the pictures in pixels. */
        int height();

        /** Waits for a picture, about a second at most. */
        Result next();

        /** The pixels of the picture: red, green and blue bytes without gaps. Valid until the next one. */
        ByteBuffer image();

        @Override
        void close();
    }

    /** What came of waiting for a picture. */
    enum Result {
        PICTURE,
        NOTHING_YET,
        FAILED
    }
}
