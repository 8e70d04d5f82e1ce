// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.mediacapture.benchmarks.measure.Rounds;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.measure.WakeUps;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.VideoFrame;

/**
 * What frames cost that are received by other threads: the capture thread's part, everybody's part, how often a thread is woken, how
 * late frames come, and whether one who is stuck holds up the others. Between frames the capture thread sleeps, as a camera's does,
 * so that each frame finds the readers asleep. Confined to one thread.
 */
final class FanOut implements Experiment {
    private static final int MANY = 16;
    private static final int WINDOWS = 5;
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(500);
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double MOST_ON_CAPTURE_THREAD = 1;
    private static final double MOST_IN_ALL = 15;
    private static final double MOST_BYTES = 64;
    private static final double GATE_BYTES = 2 * MOST_BYTES; // threads come and go
    private static final double GATE_WAKE_UPS = MANY + 2; // the threads look for other work, too
    private static final double LATEST = 50;
    private static final double LATEST_HANDLE = 100;
    private static final double MOST_WAKE_UPS = MANY; // never more than one a reader
    private static final double MOST_BESIDE_STUCK = 1.5;
    private static final String WORKERS = "camera-";

    private final FrameData picture = Pictures.blank(1280, 720);
    private final Queue<Double> delays = new ConcurrentLinkedQueue<>();
    private final Consumer<VideoFrame> work;

    /** With consumers that look at the time of each frame. */
    FanOut() {
        this(VideoFrame::timestamp);
    }

    /** With other consumers. */
    FanOut(Consumer<VideoFrame> work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "G12 fan-out";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        int frames = effort.of(1_000, 300, 100);
        int rounds = effort.of(7, 3, 1);
        try (MockFramework framework = MockFramework.open();
                Rig rig = Rig.open(framework, picture)) {
            publish(rig, MANY, effort.of(3_000, 1_000, frames)); // warms up
            publishing(report, rig, frames, rounds);
            costs(report, rig, frames);
            delays(report, rig, frames, 1);
            delays(report, rig, frames, MANY);
            beside(report, rig, frames, rounds);
        }
    }

    private void publishing(Report report, Rig rig, int frames, int rounds) throws Exception {
        Map<String, Sample> published = new Rounds()
                .with("1", () -> publish(rig, 1, frames).p50())
                .with("16", () -> publish(rig, MANY, frames).p50())
                .run(rounds);
        double one = published.get("1").p50();
        double further = (published.get("16").p50() - one) / (MANY - 1);
        report.add(Finding.noted(
                "G1", "raw frame, provider to asynchronous consumer, on the capture thread", "", one, "µs"));
        report.add(Finding.of(
                "G12",
                "each further track, asynchronous, on the capture thread",
                "",
                further,
                "µs",
                MOST_ON_CAPTURE_THREAD));
    }

    private void costs(Report report, Rig rig, int frames) throws Exception {
        Use one = leastUse(rig, 1, frames);
        Use many = leastUse(rig, MANY, frames);
        double bytes = (many.bytes - one.bytes) / (MANY - 1);
        report.add(Finding.of(
                        "G1", "raw frame, asynchronous consumer, heap of all threads", "", one.bytes, "B", MOST_BYTES)
                .gatedAt(GATE_BYTES));
        report.add(
                Finding.of("G12", "each further track, asynchronous, heap of all threads", "", bytes, "B", MOST_BYTES)
                        .gatedAt(GATE_BYTES));
        report.add(Finding.of(
                "G12", "each of 16 tracks, asynchronous, CPU of all threads", "", many.cpu / MANY, "µs", MOST_IN_ALL));
        report.add(Finding.of("G12", "wake-ups for a frame, 16 tracks", "", many.wakeUps, "", MOST_WAKE_UPS)
                .gatedAt(GATE_WAKE_UPS));
        report.add(Cost.ofWork("raw frame, asynchronous, 1 track", "", one.cpu, one.bytes));
        report.add(Cost.ofWork("raw frame, asynchronous, 16 tracks", "", many.cpu, many.bytes));
    }

    private void delays(Report report, Rig rig, int frames, int tracks) throws Exception {
        delays.clear();
        publish(rig, tracks, frames);
        Sample late = Sample.of(delays);
        String what = "frame to asynchronous consumer, delay p50, tracks: " + tracks;
        report.add(Finding.of("G12", what, "", late.p50(), "µs", LATEST));
        report.add(Cost.ofDelay(what, "", late));
        if (tracks == 1) {
            report.add(Finding.of("G7", "frame handle, after its frame, p50", "", late.p50(), "µs", LATEST_HANDLE));
        }
    }

    private void beside(Report report, Rig rig, int frames, int rounds) throws Exception {
        Map<String, Sample> late = new Rounds()
                .with("alone", () -> delay(rig, frames))
                .with("beside", besideStuck(rig, frames))
                .run(rounds);
        report.add(Finding.of(
                        "G12",
                        "delay p50 beside a reader that is stuck",
                        "",
                        late.get("beside").p50(),
                        "µs",
                        MOST_BESIDE_STUCK)
                .against("the same without it", late.get("alone").p50()));
    }

    private Callable<Double> besideStuck(Rig rig, int frames) {
        return () -> {
            CountDownLatch freed = new CountDownLatch(1);
            try (Readers stuck = new Readers(rig, 1, false, frame -> await(freed))) {
                return delay(rig, frames);
            } finally {
                freed.countDown();
            }
        };
    }

    private double delay(Rig rig, int frames) throws Exception {
        delays.clear();
        publish(rig, 1, frames);
        return Sample.of(delays).p50();
    }

    private static void await(CountDownLatch freed) {
        try {
            freed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of several windows the one with the least heap: what other threads do meanwhile falls into some of them. */
    private Use leastUse(Rig rig, int tracks, int frames) throws Exception {
        Use least = use(rig, tracks, frames);
        for (int window = 1; window < WINDOWS; window++) {
            Use next = use(rig, tracks, frames);
            least = next.bytes < least.bytes ? next : least;
        }
        return least;
    }

    private Use use(Rig rig, int tracks, int frames) throws Exception {
        try (Readers readers = new Readers(rig, tracks, false, work);
                WakeUps wakeUps = new WakeUps(WORKERS)) {
            push(rig, readers, tracks, frames / 10); // its threads are there afterwards
            long before = readers.received();
            ThreadUse all = ThreadUse.begin();
            long waiting = 0;
            for (int frame = 1; frame <= frames; frame++) {
                rig.push(picture);
                long pushed = ThreadUse.ownNanoseconds();
                LockSupport.parkNanos(PAUSE);
                readers.await(before + (long) frame * tracks);
                waiting += ThreadUse.ownNanoseconds() - pushed;
            }
            ThreadUse.Use used = all.since();
            return new Use(
                    (used.nanoseconds() - waiting) / NANOS_PER_MICROSECOND / frames,
                    Math.rint(used.bytesOf(frames)),
                    (double) wakeUps.count() / (frames + frames / 10));
        }
    }

    /** Microseconds that the capture thread takes for a frame. */
    private Sample publish(Rig rig, int tracks, int frames) throws Exception {
        try (Readers readers = new Readers(rig, tracks, false, frame -> {
            delays.add((System.nanoTime() - frame.timestamp()) / NANOS_PER_MICROSECOND);
            work.accept(frame);
        })) {
            return push(rig, readers, tracks, frames);
        }
    }

    private Sample push(Rig rig, Readers readers, int tracks, int frames) throws Exception {
        double[] published = new double[frames];
        for (int frame = 0; frame < frames; frame++) {
            long before = System.nanoTime();
            rig.push(picture);
            published[frame] = (System.nanoTime() - before) / NANOS_PER_MICROSECOND;
            LockSupport.parkNanos(PAUSE);
            readers.await((frame + 1L) * tracks);
        }
        return Sample.of(Arrays.stream(published).boxed().toList());
    }

    /** What one frame takes: microseconds of CPU time and bytes of heap on all threads, and wake-ups. Immutable. */
    private record Use(double cpu, double bytes, double wakeUps) {}
}
