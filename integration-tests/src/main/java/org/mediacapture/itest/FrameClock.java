// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;

/** The time of a test that asserts no durations: it goes on by one with each frame that a camera sends. Thread-safe. */
final class FrameClock implements AutoCloseable {
    private final MediaStreamTrack track;
    private long latest; // guarded by this, as is the rest
    private boolean closed;

    /** A clock that stops the track when it is closed. */
    FrameClock(MediaStreamTrack track) {
        this.track = track;
        track.frames(new FrameOptions(1, true), this::tick);
    }

    private synchronized void tick(VideoFrame frame) {
        latest = frame.sequence();
        frame.close();
        notifyAll();
    }

    /** The number of the latest frame. */
    synchronized long latest() {
        return latest;
    }

    /** Waits until so many further frames were sent, or the clock is closed. */
    synchronized void await(int frames) {
        long end = latest + frames;
        try {
            while (latest < end && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody interrupts it", e);
        }
    }

    /** Lets go whoever waits. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        track.stop();
    }
}
