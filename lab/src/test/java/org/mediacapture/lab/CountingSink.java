// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.lab;

import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** Passes everything on, and does something once, when a number of frames has come. Thread-safe, as the sink is. */
final class CountingSink implements FrameSink {
    private final FrameSink sink;
    private final AtomicInteger left;
    private final Runnable then;

    CountingSink(FrameSink sink, int frames, Runnable then) {
        this.sink = sink;
        this.left = new AtomicInteger(frames);
        this.then = then;
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        sink.frame(data, sequence, timestamp, release);
        if (left.decrementAndGet() == 0) {
            then.run();
        }
    }

    @Override
    public void modeChanged(VideoMode mode) {
        sink.modeChanged(mode);
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        sink.controlsChanged(settings);
    }

    @Override
    public void muted(boolean muted) {
        sink.muted(muted);
    }

    @Override
    public void ended(EndCause cause, String message) {
        sink.ended(cause, message);
    }
}
