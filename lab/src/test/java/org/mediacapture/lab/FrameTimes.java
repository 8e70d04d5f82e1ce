// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** When the frames of a stream were captured; nothing else is looked at, so that it costs the camera no time. Thread-safe. */
final class FrameTimes implements FrameSink {
    private static final double NANOS = 1e9;

    private final List<Long> times = new ArrayList<>();
    private final int frames;
    private final CountDownLatch enough = new CountDownLatch(1);

    FrameTimes(int frames) {
        this.frames = frames;
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        release.run();
        synchronized (times) {
            times.add(timestamp);
            if (times.size() == frames) {
                enough.countDown();
            }
        }
    }

    /** Frames in a second, once all have come. */
    double rate() throws InterruptedException {
        if (!enough.await(LabFramework.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "Fewer than " + frames + " frames within " + LabFramework.PATIENCE.toSeconds() + " s");
        }
        synchronized (times) {
            return (frames - 1) * NANOS / (times.get(frames - 1) - times.get(0));
        }
    }

    @Override
    public void modeChanged(VideoMode mode) {}

    @Override
    public void controlsChanged(MediaTrackSettings settings) {}

    @Override
    public void muted(boolean muted) {}

    @Override
    public void ended(EndCause cause, String message) {}
}
