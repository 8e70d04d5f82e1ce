// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/**
 * A frame that is decoded and scaled when the first consumer opens it, once for all tracks of that size. Its holds are those of the
 * camera's frame, so that the camera's buffer goes back when all have opened it. Thread-safe.
 */
record ShapedFrame(SharedFrame origin, CropAndScale shape) implements PendingFrame {
    @Override
    public long sequence() {
        return origin.sequence();
    }

    @Override
    public void hold() {
        origin.hold();
    }

    @Override
    public void release() {
        origin.release();
    }

    @Override
    public FrameHandle open() {
        try {
            return origin.rendition(shape).open();
        } finally {
            release();
        }
    }
}
