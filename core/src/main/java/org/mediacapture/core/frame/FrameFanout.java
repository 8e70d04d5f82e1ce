// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.mediacapture.admin.FrameStatistics;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.frame.FrameData;

/**
 * Hands each frame of a camera to everyone who wants it, with numbers and times that go on growing when the session behind the
 * camera is replaced (HS-4). Frames are delivered on the capture thread of one session at a time; the rest is thread-safe.
 */
public final class FrameFanout {
    private static final Runnable NOTHING = () -> {};

    private final Scheduler scheduler;
    private final PixelWork work;
    private final Roster<FrameReceiver> tracks = new Roster<>();
    private final Roster<FrameReceiver> photos = new Roster<>();
    private final FrameMeter meter = new FrameMeter(); // guarded by this
    private final AtomicReference<Runnable> firstFrame = new AtomicReference<>(NOTHING);
    private volatile boolean tracksOpen = true;
    private volatile long lastArrival;

    private boolean newSession = true; // guarded by this
    private long offset; // guarded by this
    private long lastSequence = -1; // guarded by this
    private long lastTimestamp = Long.MIN_VALUE; // guarded by this

    /** Makes a fan-out without receivers. */
    public FrameFanout(Scheduler scheduler, PixelWork work) {
        this.scheduler = scheduler;
        this.work = work;
    }

    /** Expects the frames of a new stream and runs a task when the first one arrives. */
    public synchronized void begin(Runnable onFirstFrame) {
        newSession = true;
        meter.restart();
        lastArrival = scheduler.nanoTime();
        firstFrame.set(onFirstFrame);
    }

    /** The next frame is another session's, in a stream that goes on: who waits for its first frame goes on waiting. */
    public synchronized void handedOver() {
        newSession = true;
    }

    /** Whether a frame of this time shows something that is later than what was delivered last. */
    public synchronized boolean isLater(long timestamp) {
        return timestamp > lastTimestamp;
    }

    /** Tells of no first frame, until the next {@link #begin}. */
    public void expectNothing() {
        firstFrame.set(NOTHING);
    }

    /** Whether a frame has arrived since {@link #begin}. */
    public boolean hasBegun() {
        return firstFrame.get() == NOTHING;
    }

    /** Delivers a frame, or gives it back at once if nobody wants it. */
    public void deliver(FrameData data, long sequence, long timestamp, Runnable release) {
        long arrival = scheduler.nanoTime();
        lastArrival = arrival;
        boolean open = tracksOpen;
        SharedFrame frame = numbered(data, sequence, timestamp, release, open, arrival);
        if (firstFrame.get() != NOTHING) {
            firstFrame.getAndSet(NOTHING).run();
        }
        try {
            if (open) {
                offer(frame, tracks);
            } else {
                passBy(frame.sequence());
            }
            offer(frame, photos);
        } finally {
            frame.release();
        }
    }

    /**
     * Delivers a picture that stands in for the camera's while the camera is released: to the tracks only, with the next
     * number, and without a bearing on whether the stream has begun or stalled.
     *
     * @param timestamp in nanoseconds of the scheduler's clock
     */
    void deliverStandIn(FrameData data, long timestamp) {
        if (!tracksOpen) {
            return;
        }
        SharedFrame frame = standIn(data, timestamp);
        List<FrameReceiver> receivers = tracks.members();
        for (int index = 0; index < receivers.size(); index++) {
            receivers.get(index).offerStandIn(frame);
        }
        frame.release();
    }

    /** Adds a track. */
    public void addTrack(FrameReceiver receiver) {
        tracks.add(receiver);
    }

    /** Removes a track. */
    public void removeTrack(FrameReceiver receiver) {
        tracks.remove(receiver);
    }

    /** Adds somebody who wants frames also while the tracks are muted for a photo. */
    public void addPhoto(FrameReceiver receiver) {
        photos.add(receiver);
    }

    /** Removes somebody who was added by {@link #addPhoto}. */
    public void removePhoto(FrameReceiver receiver) {
        photos.remove(receiver);
    }

    /** Lets frames through to the tracks, or not. */
    public void openTracks(boolean open) {
        tracksOpen = open;
    }

    /** When the last frame arrived, or the stream began, in nanoseconds of the scheduler's clock. */
    public long lastArrival() {
        return lastArrival;
    }

    /** What became of the camera's frames. */
    public synchronized FrameStatistics statistics() {
        return meter.statistics(scheduler.nanoTime());
    }

    private static void offer(SharedFrame frame, Roster<FrameReceiver> roster) {
        List<FrameReceiver> receivers = roster.members();
        for (int index = 0; index < receivers.size(); index++) {
            receivers.get(index).offer(frame);
        }
    }

    private void passBy(long sequence) {
        List<FrameReceiver> receivers = tracks.members();
        for (int index = 0; index < receivers.size(); index++) {
            receivers.get(index).passBy(sequence);
        }
    }

    private synchronized SharedFrame standIn(FrameData data, long timestamp) {
        lastSequence++;
        lastTimestamp = Math.max(lastTimestamp + 1, timestamp);
        return new BufferFrame(data, lastSequence, lastTimestamp, NOTHING, work);
    }

    private synchronized SharedFrame numbered(
            FrameData data, long sequence, long timestamp, Runnable release, boolean offered, long arrival) {
        if (newSession) {
            newSession = false;
            offset = lastSequence + 1 - sequence;
        }
        long previous = lastSequence;
        lastSequence = Math.max(lastSequence + 1, sequence + offset);
        lastTimestamp = Math.max(lastTimestamp + 1, timestamp);
        meter.add(lastSequence - previous, offered, timestamp, arrival, data);
        return new BufferFrame(data, lastSequence, lastTimestamp, release, work);
    }
}
