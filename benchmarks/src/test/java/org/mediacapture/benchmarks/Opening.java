// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;

/** How soon a mock camera that nobody uses is open, and how soon its first frame is there; and the CPU of a call. Confined to one thread. */
final class Opening implements Experiment {
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double MOST = 1_000;
    private static final double INTERVAL = 1e6 / 30;
    private static final long PATIENCE_SECONDS = 30;

    private final List<Double> opened = new ArrayList<>();
    private final List<Double> first = new ArrayList<>();
    private final List<BareCameras.Start> bare = new ArrayList<>();

    @Override
    public String name() {
        return "G9 G10 opening, ControlCost";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        int turns = effort.of(100, 30, 3);
        try (MockFramework framework = MockFramework.open()) {
            MediaDevices devices = framework.devices();
            BareCameras cameras = new BareCameras(framework, "");
            open(devices, cameras, turns); // warms up
            opened.clear();
            first.clear();
            bare.clear();
            open(devices, cameras, turns);
        }
        Sample answer = Sample.of(opened);
        Sample frame = Sample.of(first);
        report.add(Finding.of("G10", "getUserMedia of a camera that nobody uses, p50", "", answer.p50(), "µs", MOST)
                .boundedBy("the camera without the core", alone(BareCameras.Start::opened)));
        report.add(Finding.of("G10", "the same until the first frame, p50", "", frame.p50(), "µs", INTERVAL + MOST)
                .boundedBy("the camera without the core", alone(BareCameras.Start::firstFrame)));
        report.add(Cost.ofDelay("getUserMedia, cold", "", answer));
        report.add(Cost.ofDelay("the same until the first frame", "", frame));
        if (effort != Effort.SMOKE) {
            report.add(Finding.noted(
                    "G9",
                    "applyConstraints, CPU of all threads with the mock camera's, less the stream's",
                    "",
                    ControlCost.measure(effort.of(20_000, 3_000, 0), effort.of(30_000, 5_000, 0))
                            .microsecondsPerCall(),
                    "µs"));
        }
    }

    private double alone(ToDoubleFunction<BareCameras.Start> what) {
        return Sample.of(bare.stream().mapToDouble(what).boxed().toList()).p50();
    }

    private void open(MediaDevices devices, BareCameras cameras, int turns) throws Exception {
        for (int turn = 0; turn < turns; turn++) {
            long begun = System.nanoTime();
            MediaStreamTrack track = devices.getUserMedia(MediaStreamConstraints.ofVideo())
                    .getValue()
                    .getVideoTracks()
                    .get(0);
            opened.add((System.nanoTime() - begun) / NANOS_PER_MICROSECOND);
            CountDownLatch seen = new CountDownLatch(1);
            track.frames(new FrameOptions(1, true), frame -> {
                frame.close();
                seen.countDown();
            });
            if (!seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("no frame came");
            }
            first.add((System.nanoTime() - begun) / NANOS_PER_MICROSECOND);
            track.stop();
            bare.add(cameras.start());
        }
    }
}
