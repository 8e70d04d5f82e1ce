// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Plot;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.stream.MediaStreamTrack;

/**
 * A hundred mock cameras in one framework, and how the cost grows with the number of cameras, of tracks, and with the size. Confined
 * to one thread.
 */
final class ManyCameras implements Experiment {
    private static final int MANY = 100;
    private static final int MANY_TRACKS = 16;
    private static final int SOME = 10;
    private static final String SMALL = "640x480@30";
    private static final List<Integer> NUMBERS = List.of(1, 10, 30);
    private static final List<Integer> TRACKS = List.of(1, 4, MANY_TRACKS);
    private static final List<String> SIZES = List.of(SMALL, "1280x720@30", "1920x1080@30");
    private static final double MOST_CORES = 0.25;
    private static final double MOST_THREADS = 8;
    private static final double MOST_JITTER = 5;
    private static final double MOST_HEAP = 256;
    private static final double MOST_BYTES = 1e6 / (30 * MANY); // 1 MB a second
    private static final double GATE_BYTES =
            600; // a busy machine loses frames, and what is not theirs is then shared among fewer
    private static final double GATE_THREADS = 24;
    private static final int MEGABYTE_BITS = 20;

    @Override
    public String name() {
        return "G14 many-cameras";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        many(report, effort);
        if (effort == Effort.FULL) {
            sizes(report, effort);
            tracks(report, effort);
        }
    }

    private void many(Report report, Effort effort) throws Exception {
        List<Plot.Bar> cores = new ArrayList<>();
        try (MockFramework framework = MockFramework.open();
                MockCameras cameras = MockCameras.offer(framework, MANY, SMALL)) {
            int threads = threads();
            double alone = new BareCameras(framework, MockCameras.PREFIX).cores(effort.of(3, 1, 1), effort.of(5, 2, 1));
            for (int number : effort == Effort.FULL ? NUMBERS : List.<Integer>of()) {
                List<MediaStreamTrack> tracks = cameras.open(number);
                cores.add(bar(number + " cameras", measure(tracks, effort)));
                tracks.forEach(MediaStreamTrack::stop);
            }
            StreamCost all = measure(cameras.open(MANY), effort);
            cores.add(bar(MANY + " cameras", all));
            hundred(report, all, threads() - threads, alone);
        }
        report.add(new Plot("many-cameras", "Mock cameras at " + SMALL + ", one consumer each", "cores", cores));
    }

    private static void hundred(Report report, StreamCost all, int threads, double alone) {
        String what = MANY + " mock cameras, ";
        report.add(Finding.of("G14", what + "cores", SMALL, all.cores(), "", MOST_CORES)
                .boundedBy("the cameras without the core", alone));
        report.add(Finding.of("G14", what + "heap of a frame, all threads", SMALL, all.bytes(), "B", MOST_BYTES)
                .gatedAt(GATE_BYTES));
        report.add(Finding.of("G14", what + "threads besides", SMALL, threads, "", MOST_THREADS)
                .gatedAt(GATE_THREADS));
        report.add(Finding.of("G14", what + "frames missed", SMALL, all.missing(), "", 0));
        report.add(Finding.of("G14", what + "jitter p99", SMALL, all.jitter(), "ms", MOST_JITTER));
        report.add(Finding.noted("G14", what + "capture to consumer p99", SMALL, all.latency(), "ms"));
        report.add(Finding.of("G14", what + "heap in use", SMALL, heap(), "MB", MOST_HEAP)
                .gated());
    }

    private void sizes(Report report, Effort effort) throws Exception {
        List<Plot.Bar> cores = new ArrayList<>();
        for (String size : SIZES) {
            try (MockFramework framework = MockFramework.open();
                    MockCameras cameras = MockCameras.offer(framework, SOME, size)) {
                cores.add(bar(size, measure(cameras.open(SOME), effort)));
            }
        }
        report.add(new Plot("many-sizes", SOME + " mock cameras, one consumer each", "cores", cores));
    }

    private void tracks(Report report, Effort effort) throws Exception {
        List<Plot.Bar> cores = new ArrayList<>();
        List<Plot.Bar> bytes = new ArrayList<>();
        try (MockFramework framework = MockFramework.withFFmpeg();
                MockCameras cameras = MockCameras.offer(framework, 1, SMALL)) {
            for (int number : TRACKS) {
                List<MediaStreamTrack> tracks = cameras.openSizes(number);
                StreamCost cost = measure(tracks, effort);
                tracks.forEach(MediaStreamTrack::stop);
                cores.add(bar(number + " tracks", cost));
                bytes.add(new Plot.Bar(number + " tracks", cost.bytes(), true));
                String what = "tracks of different sizes on one camera: " + number;
                report.add(Finding.noted("G14", what + ", cores", SMALL, cost.cores(), ""));
                report.add(Finding.noted("G14", what + ", heap of a frame", SMALL, cost.bytes(), "B"));
            }
        }
        report.add(new Plot("many-tracks", "Tracks of different sizes on one mock camera", "cores", cores));
        report.add(new Plot("many-tracks-heap", "The same, heap for a frame of a track", "B", bytes));
    }

    private static StreamCost measure(List<MediaStreamTrack> tracks, Effort effort) throws Exception {
        return StreamCost.measure(tracks, effort.of(5, 2, 2), effort.of(8, 3, 1));
    }

    private static Plot.Bar bar(String name, StreamCost cost) {
        return new Plot.Bar(name, cost.cores(), true);
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    /** Megabytes of heap that are reachable. */
    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> MEGABYTE_BITS;
    }
}
