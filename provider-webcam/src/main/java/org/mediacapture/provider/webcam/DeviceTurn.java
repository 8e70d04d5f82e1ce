// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.util.concurrent.Semaphore;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;

/**
 * Whose turn it is with a device that can be opened once. A session that is closed may still be waiting for the natives to let go
 * of the device; the next one waits for that, instead of being told that somebody else has it. Thread-safe.
 */
final class DeviceTurn {
    private static final long LOOK_MILLIS = 20;

    private final Semaphore free = new Semaphore(1);

    /**
     * Waits until the device is free.
     *
     * @throws CameraException if it is not free in time, or the interruption came
     */
    void take(String address, Interruption interruption) throws CameraException {
        while (!free.tryAcquire()) {
            if (interruption.isCancelled() || interruption.isLate()) {
                throw new CameraException(
                        Reason.BUSY,
                        address + ": the session before did not let go of the device within "
                                + interruption.allowed().toMillis() + " ms");
            }
            interruption.awaitMillis(LOOK_MILLIS);
        }
    }

    /** Lets the next one have it. */
    void giveBack() {
        free.release();
    }
}
