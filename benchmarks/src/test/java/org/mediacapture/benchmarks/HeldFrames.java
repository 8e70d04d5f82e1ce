// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;

/** Frames of a track that are kept, to see what a codec of ours takes by itself. Confined to one thread. */
record HeldFrames(List<VideoFrame> frames) implements AutoCloseable {
    private static final double NANOS_PER_MICROSECOND = 1e3;

    static HeldFrames of(Rig rig, List<FrameData> pictures) {
        List<VideoFrame> held = new ArrayList<>();
        try (FrameSubscription subscription = rig.track().frames(new FrameOptions(1, true), held::add)) {
            pictures.forEach(rig::push);
        }
        if (held.size() != pictures.size()) {
            throw new IllegalStateException("of " + pictures.size() + " pictures " + held.size() + " came");
        }
        return new HeldFrames(held);
    }

    /** Processor time of this thread for one of so many pieces of work, in microseconds. */
    double microsecondsOf(Consumer<VideoFrame> work, int times) {
        long before = ThreadUse.ownNanoseconds();
        for (int time = 0; time < times; time++) {
            work.accept(frames.get(time % frames.size()));
        }
        return (ThreadUse.ownNanoseconds() - before) / NANOS_PER_MICROSECOND / times;
    }

    @Override
    public void close() {
        frames.forEach(VideoFrame::close);
    }
}
