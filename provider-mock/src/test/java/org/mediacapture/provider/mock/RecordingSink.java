// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** Remembers what a session reports; gives frames back at once unless told to keep them. Thread-safe. */
final class RecordingSink implements FrameSink {
    record Frame(FrameData data, long sequence, long timestamp, Runnable release, String thread) {
        OptionalLong code() {
            BlockCode code = new BlockCode(new PictureLayout(data.codedWidth(), data.codedHeight()));
            ByteBuffer luma = data.planes().get(0).buffer();
            return code.read(luma, data.planes().get(0).rowStride());
        }
    }

    record End(EndCause cause, String message) {}

    /** Controls that moved by themselves after a number of frames. */
    record Move(int frames, MediaTrackSettings settings) {}

    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final List<OptionalLong> codes = new CopyOnWriteArrayList<>();
    final List<Move> moves = new CopyOnWriteArrayList<>();
    final List<End> ends = new CopyOnWriteArrayList<>();
    private final boolean keeping;
    private volatile Consumer<Frame> onFrame = frame -> {};
    private volatile Consumer<End> onEnd = end -> {};

    RecordingSink(boolean keeping) {
        this.keeping = keeping;
    }

    static RecordingSink releasing() {
        return new RecordingSink(false);
    }

    static RecordingSink keeping() {
        return new RecordingSink(true);
    }

    RecordingSink onFrame(Consumer<Frame> consumer) {
        onFrame = consumer;
        return this;
    }

    RecordingSink onEnd(Consumer<End> consumer) {
        onEnd = consumer;
        return this;
    }

    @Override
    public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
        Frame frame = new Frame(
                data, sequence, timestamp, release, Thread.currentThread().getName());
        if (!data.format().isCompressed()) {
            codes.add(frame.code());
        }
        frames.add(frame);
        onFrame.accept(frame);
        if (!keeping) {
            release.run();
        }
    }

    @Override
    public void modeChanged(VideoMode mode) {
        throw new AssertionError("a mock camera keeps its mode");
    }

    @Override
    public void controlsChanged(MediaTrackSettings settings) {
        moves.add(new Move(frames.size(), settings));
    }

    @Override
    public void muted(boolean muted) {
        throw new AssertionError("a mock camera is never muted");
    }

    @Override
    public void ended(EndCause cause, String message) {
        End end = new End(cause, message);
        ends.add(end);
        onEnd.accept(end);
    }

    List<Long> sequences() {
        return frames.stream().map(Frame::sequence).toList();
    }
}
