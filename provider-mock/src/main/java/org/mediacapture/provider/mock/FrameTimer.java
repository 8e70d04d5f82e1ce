// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/** Calls streams back when their frames are due. Implementations are thread-safe. */
interface FrameTimer {
    /** What {@link Tick#tick} answers to end its calls. */
    long NEVER = -1;

    /** The time in nanoseconds of the clock that {@link System#nanoTime()} reads, or of a test's. */
    long now();

    /**
     * Calls a tick at once and then whenever it wants, on the timer's thread.
     *
     * @param cameraName the short name of the camera, which the thread carries meanwhile
     * @param tick what to call
     */
    void start(String cameraName, Tick tick);

    /** Something that is called at times. */
    interface Tick {
        /**
         * Does what is due.
         *
         * @param now the time in nanoseconds
         * @return nanoseconds from {@code now} to the next call, or {@link #NEVER}
         */
        long tick(long now);
    }
}
