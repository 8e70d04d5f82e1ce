// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/** Somebody to whom frames of a camera go. Called on the capture thread; returns at once. */
@FunctionalInterface
public interface FrameReceiver {
    /** Looks at a frame; who wants to keep it takes a handle. The frame is held by the caller meanwhile. */
    void offer(SharedFrame frame);

    /** Looks at a black frame that stands in for those of a camera that is released meanwhile (TRK-13). */
    default void offerStandIn(SharedFrame frame) {}

    /** Learns the number of a frame that is not offered because the camera is muted, so that it does not count as lost. */
    default void passBy(long sequence) {}
}
