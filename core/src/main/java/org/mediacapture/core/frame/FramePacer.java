// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

/**
 * Leaves frames out, evenly, so that no more than a wanted rate is left (RES-2). Of the frames of a camera it takes the one that
 * is nearest to each moment of an even grid, within half an interval of the camera. The grid follows the frames taken a little:
 * a camera that is not quite as fast as it says then still gives exactly every n-th frame, and jitter does not decide between
 * two frames that are equally near. Confined to its gate's lock.
 */
final class FramePacer {
    /** Which part of an error the grid follows. */
    private static final double PULL = 1.0 / 16;

    /** Which part of a new interval the estimate of the camera's interval takes over. */
    private static final double LEARNING = 1.0 / 8;

    /** A camera that is at most this much faster than wanted is not slowed down. */
    private static final double SAME_RATE = 0.98;

    /** How late a frame may be, in intervals of the camera, before the grid begins anew with it. */
    private static final double LATE = 0.75;

    private final double interval; // nanoseconds
    private boolean begun;
    private long lastTimestamp; // nanoseconds
    private double cameraInterval; // nanoseconds, estimated; 0: not known yet
    private double wait; // nanoseconds from the last frame to the moment of the grid

    /** Paces to a number of frames per second; what is no positive finite number lets every frame through. */
    FramePacer(double frameRate) {
        interval = frameRate > 0 && Double.isFinite(frameRate) ? 1e9 / frameRate : 0;
    }

    /**
     * Whether a frame is to be taken.
     *
     * @param timestamp in nanoseconds, growing
     * @param step difference of its number to that of the frame before, at least 1: more than 1 where frames were lost
     */
    boolean takes(long timestamp, long step) {
        if (!begun) {
            begun = true;
            lastTimestamp = timestamp;
            wait = interval;
            return true;
        }
        double elapsed = timestamp - lastTimestamp;
        lastTimestamp = timestamp;
        learn(elapsed / step);
        wait -= elapsed;
        if (cameraInterval >= interval * SAME_RATE || -wait > cameraInterval * LATE) {
            wait = interval;
            return true;
        }
        if (wait > cameraInterval / 2) {
            return false;
        }
        wait += interval - wait * PULL;
        return true;
    }

    /** A gap says little about the camera's rate, so that one interval never counts for more than twice the usual one. */
    private void learn(double sample) {
        cameraInterval = cameraInterval == 0
                ? sample
                : cameraInterval + (Math.min(sample, 2 * cameraInterval) - cameraInterval) * LEARNING;
    }
}
