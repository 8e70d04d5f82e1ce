// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

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

/** A sink that copies what it gets and gives buffers back at once, unless told to keep them. */
final class RecordingSink implements FrameSink {
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final List<VideoMode> modes = new CopyOnWriteArrayList<>();
    final List<EndCause> ends = new CopyOnWriteArrayList<>();
    final List<String> messages = new CopyOnWriteArrayList<>();
    final List<Runnable> kept = new CopyOnWriteArrayList<>();
    final List<FrameData> keptData = new CopyOnWriteArrayList<>();
    volatile Runnable beforeFrame = () -> {};
    private final boolean keep;
    private final int most;

    RecordingSink() {
        this(false);
    }

    RecordingSink(boolean keep) {
        this.keep = keep;
        this.most = 200;
    }

    /** What one frame was. */
    record Frame(FrameData data, byte[] firstPlane, long sequence, long timestamp, String thread) {}

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        beforeFrame.run();
        ByteBuffer view = data.planes().get(0).buffer().duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        if (frames.size() < most) {
            frames.add(new Frame(
                    data, bytes, sequence, timestamp, Thread.currentThread().getName()));
        }
        if (keep) {
            keptData.add(data);
            kept.add(release);
        } else {
            release.run();
        }
    }

    @Override
    public void modeChanged(VideoMode mode) {
        modes.add(mode);
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        throw new AssertionError("no controls yet: " + settings);
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

    List<byte[]> pictures() {
        return frames.stream().map(Frame::firstPlane).toList();
    }
}
