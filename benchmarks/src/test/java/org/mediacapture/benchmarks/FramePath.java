// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.mediacapture.benchmarks.measure.Rounds;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.core.frame.SharedFrame;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.VideoFrame;

/** The framework's own part in a raw frame's way from the provider to consumers on the capture thread. Confined to one thread. */
final class FramePath implements Experiment {
    private static final double NANOS = 1e3;
    private static final int MANY = 16;
    private static final int WINDOWS = 3;
    private static final double MOST_MICROSECONDS = 2;
    private static final double MOST_NANOS_OF_ANOTHER = 50;
    private static final double MOST_BYTES = 64;
    private static final String HANDLES = "handles";

    private static final Codecs NOTHING = new Codecs(List::of, List::of, List::of);

    private final Consumer<VideoFrame> work;

    /** With a consumer that looks at the number of each frame. */
    FramePath() {
        this(VideoFrame::sequence);
    }

    /** With another consumer. */
    FramePath(Consumer<VideoFrame> work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "G1 frame-path";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        FrameData picture = Pictures.blank(1280, 720);
        int frames = effort.of(20_000, 5_000, 500);
        try (MockFramework framework = MockFramework.open();
                Rig rig = Rig.open(framework, picture)) {
            push(rig, picture, 1, effort.of(200_000, 50_000, frames));
            Map<String, Sample> cpu = new Rounds()
                    .with("1", cpu(rig, picture, 1, frames))
                    .with("16", cpu(rig, picture, MANY, frames))
                    .with(HANDLES, () -> handles(picture, frames))
                    .run(effort.of(21, 9, 1));
            double one = cpu.get("1").p50();
            double further = (cpu.get("16").p50() - one) / (MANY - 1);
            double bytes = bytes(rig, picture, 1, frames);
            double bytesOfMany = bytes(rig, picture, MANY, frames);
            double bytesOfFurther = (bytesOfMany - bytes) / (MANY - 1);
            report.add(
                    Finding.of("G1", "raw frame, provider to direct consumer, CPU", "", one, "µs", MOST_MICROSECONDS));
            report.add(Finding.of("G1", "the same, heap", "", bytes, "B", MOST_BYTES)
                    .gated());
            report.add(Finding.of(
                            "G12", "each further track, direct, CPU", "", further * NANOS, "ns", MOST_NANOS_OF_ANOTHER)
                    .boundedBy(
                            "a handle, used, counted and closed",
                            cpu.get(HANDLES).p50() * NANOS));
            report.add(Finding.of("G12", "the same, heap", "", bytesOfFurther, "B", MOST_BYTES)
                    .gated());
            report.add(Cost.ofWork("raw frame, direct, 1 track", "", one, bytes));
            report.add(Cost.ofWork(
                    "raw frame, direct, 16 tracks", "", cpu.get("16").p50(), bytesOfMany));
        }
    }

    private Callable<Double> cpu(Rig rig, FrameData picture, int readers, int frames) {
        return () -> push(rig, picture, readers, frames).microsecondsOf(frames);
    }

    /** The least of several windows: what is done once, or now and then, falls into some of them. */
    private double bytes(Rig rig, FrameData picture, int readers, int frames) throws Exception {
        double least = Double.POSITIVE_INFINITY;
        for (int window = 0; window < WINDOWS; window++) {
            least = Math.min(least, push(rig, picture, readers, frames).bytesOf(frames));
        }
        return Math.rint(least);
    }

    /** What each receiver of a frame has to do by itself, in microseconds. */
    private double handles(FrameData picture, int frames) {
        AtomicLong received = new AtomicLong();
        SharedFrame shared = new BufferFrame(picture, 0, 0, () -> {}, NOTHING);
        ThreadUse.Use before = ThreadUse.own();
        for (int frame = 0; frame < frames * MANY; frame++) {
            try (VideoFrame handle = shared.handle()) {
                work.accept(handle);
            } finally {
                received.incrementAndGet();
            }
        }
        ThreadUse.Use use = ThreadUse.own().since(before);
        shared.release();
        return use.microsecondsOf(frames * MANY);
    }

    /** What the capture thread takes for so many frames. */
    private ThreadUse.Use push(Rig rig, FrameData picture, int count, int frames) throws Exception {
        try (Readers readers = new Readers(rig, count, true, work)) {
            rig.push(picture);
            ThreadUse.Use before = ThreadUse.own();
            for (int frame = 0; frame < frames; frame++) {
                rig.push(picture);
            }
            ThreadUse.Use use = ThreadUse.own().since(before);
            long expected = (long) count * (frames + 1);
            if (readers.received() != expected) {
                throw new IllegalStateException(readers.received() + " frames were received of " + expected);
            }
            return use;
        }
    }
}
