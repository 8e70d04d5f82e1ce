// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;

/** Clones of a track, each with a consumer that does the same with each frame. Thread-safe. */
final class Readers implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final List<MediaStreamTrack> tracks = new ArrayList<>();
    private final List<FrameSubscription> subscriptions = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();

    /**
     * Begins to read.
     *
     * @param direct whether on the capture thread
     * @param work what is done with a frame, which is closed afterwards
     */
    Readers(Rig rig, int count, boolean direct, Consumer<VideoFrame> work) throws Exception {
        for (int reader = 0; reader < count; reader++) {
            MediaStreamTrack clone = rig.track().clone();
            tracks.add(clone);
            subscriptions.add(clone.frames(new FrameOptions(1, direct), frame -> {
                try (frame) {
                    work.accept(frame);
                } finally {
                    received.incrementAndGet();
                }
            }));
        }
        rig.settle();
    }

    /** Frames that were received, of all readers. */
    long received() {
        return received.get();
    }

    /** Waits until all readers together have received so many. */
    void await(long count) throws TimeoutException {
        long begun = System.nanoTime();
        while (received.get() < count) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new TimeoutException(received + " of " + count + " frames were received");
            }
            LockSupport.parkNanos(1);
        }
    }

    @Override
    public void close() {
        subscriptions.forEach(FrameSubscription::close);
        tracks.forEach(MediaStreamTrack::stop);
    }
}
