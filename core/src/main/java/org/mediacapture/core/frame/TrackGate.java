// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import org.mediacapture.core.time.Scheduler;

/** Which frames of the camera a track takes: in order, at its rate, and counted. Thread-safe. */
final class TrackGate {
    private final Scheduler clock;
    private final FrameRate rate = new FrameRate(); // guarded by this
    private double frameRate; // guarded by this; frames per second, 0: every frame
    private FramePacer pacer = new FramePacer(0); // guarded by this
    private boolean begun; // guarded by this
    private long lastSequence; // guarded by this
    private long delivered; // guarded by this
    private long discarded; // guarded by this
    private long total; // guarded by this

    TrackGate(Scheduler clock) {
        this.clock = clock;
    }

    /** Sets the rate in frames per second; 0 takes every frame. */
    synchronized void pace(double newFrameRate) {
        if (newFrameRate != frameRate) {
            frameRate = newFrameRate;
            pacer = new FramePacer(newFrameRate);
        }
    }

    /** Whether a frame is taken; an older one than the last never is. */
    synchronized boolean takes(long sequence, long timestamp, boolean counted) {
        long step = begun ? sequence - lastSequence : 1;
        if (step <= 0) {
            return false;
        }
        passes(sequence);
        boolean taken = pacer.takes(timestamp, step);
        if (counted) {
            total += step;
            delivered += taken ? 1 : 0;
            discarded += taken ? 0 : 1;
        }
        if (counted && taken) {
            rate.add(timestamp);
        }
        return taken;
    }

    /** A frame that is none of the track's business, nor lost. */
    synchronized void passes(long sequence) {
        begun = true;
        lastSequence = Math.max(lastSequence, sequence);
    }

    /** The rate at which frames are taken at present, in frames per second. */
    synchronized double frameRate() {
        return rate.at(clock.nanoTime());
    }

    synchronized FeedStats stats() {
        return new FeedStats(delivered, discarded, total);
    }
}
