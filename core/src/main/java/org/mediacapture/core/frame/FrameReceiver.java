// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/** Somebody to whom frames of a camera go. Called on the capture thread; returns at once. */
@FunctionalInterface
public interface FrameReceiver {
    /** Looks at a frame; who wants to keep it takes a handle. The frame is held by the caller meanwhile. */
    void offer(SharedFrame frame);
}
