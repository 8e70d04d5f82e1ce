// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.Color;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** A sink that copies what it gets and gives buffers back at once. */
final class PictureSink implements FrameSink {
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final List<VideoMode> modes = new CopyOnWriteArrayList<>();
    final List<EndCause> ends = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    volatile Runnable beforeFrame = () -> {};

    /** What one frame was. */
    record Frame(FrameData data, byte[] bytes, long sequence, String thread) {
        Color pixel(int x, int y) {
            int at = y * data.planes().get(0).rowStride() + x * 3;
            return new Color(bytes[at + 2] & 0xFF, bytes[at + 1] & 0xFF, bytes[at] & 0xFF);
        }
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        beforeFrame.run();
        ByteBuffer view = data.planes().get(0).buffer().duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        frames.add(new Frame(data, bytes, sequence, Thread.currentThread().getName()));
        release.run();
    }

    @Override
    public void modeChanged(VideoMode mode) {
        modes.add(mode);
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        throw new AssertionError("no controls: " + settings);
    }

    @Override
    public void muted(boolean muted) {
        throw new AssertionError("never muted: " + muted);
    }

    @Override
    public void ended(EndCause cause, String message) {
        messages.add(message);
        ends.add(cause);
    }

    void awaitFrames(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> frames.size() >= count);
    }

    void awaitEnd() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !ends.isEmpty());
    }
}
