// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/**
 * A frame on its way to the consumers of a track. Everyone to whom it is on its way holds it, and either opens it or gives it
 * up, once. Thread-safe.
 */
interface PendingFrame {
    /** The number of the frame on its track. */
    long sequence();

    /** Adds a hold. Legal while the caller has one itself. */
    void hold();

    /** Gives up one hold. */
    void release();

    /**
     * Turns one hold into a handle; may do the work that the frame still needs, and blocks meanwhile.
     *
     * @throws RuntimeException if there is no picture to be had; the hold is given up then, too
     */
    FrameHandle open();
}
