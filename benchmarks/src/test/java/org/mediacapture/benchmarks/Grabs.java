// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.measure.Rounds;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.peer.BareConverter;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageBitmap;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCapture;

/**
 * How soon after its frame a grabbed picture is there as pixels on the heap, against the conversion and the copy alone. Confined to
 * one thread.
 */
final class Grabs implements Experiment {
    private static final int PICTURES = 8;
    private static final String OURS = "grabFrame";
    private static final String KEPT = "conversion and copy to a new image";
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final Map<Integer, Double> LATEST = Map.of(720, 600.0, 1080, 1300.0);

    @Override
    public String name() {
        return "G7 grabbed frames";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withFFmpeg()) {
            for (Footage footage : Scenes.of(effort)) {
                List<FrameData> pictures = Frames.planes(footage, PICTURES);
                try (Rig rig = Rig.open(framework, pictures.get(0));
                        BareConverter alone = new BareConverter(footage.width(), footage.height())) {
                    measure(report, effort, footage, pictures, rig, alone);
                }
            }
        }
    }

    private static void measure(
            Report report, Effort effort, Footage footage, List<FrameData> pictures, Rig rig, BareConverter alone)
            throws Exception {
        ImageCapture capture = rig.capture();
        PhotoBooth booth = new PhotoBooth(rig, pictures);
        int grabs = effort.of(200, 100, 5);
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        List<Double> cleared = new ArrayList<>();
        int pixels = footage.width() * footage.height();
        for (int grab = -grabs / 2; grab < grabs; grab++) { // those below 0 warm up
            double late = grab(booth, capture);
            FrameData next = pictures.get(Math.floorMod(grab, PICTURES));
            double converted = timed(() -> alone.argb(next));
            double imaged = timed(() -> alone.image(next));
            double made = timed(() -> new int[pixels]);
            if (grab >= 0) {
                ours.add(late);
                bare.add(converted);
                kept.add(imaged);
                cleared.add(made);
            }
        }
        Sample late = Sample.of(ours);
        String picture = footage.name();
        String what = "grabFrame, after its frame, to pixels on the heap, p50";
        report.add(Finding.of("G7", what, picture, late.p50(), "µs", LATEST.getOrDefault(footage.height(), Double.NaN))
                .boundedBy(KEPT + " alone", Sample.of(kept).p50()));
        report.add(Finding.noted("G7", what, picture, late.p50(), "µs")
                .against("conversion and copy alone", Sample.of(bare).p50()));
        report.add(Finding.noted("G7", what, picture, late.p50(), "µs")
                .against(KEPT, Sample.of(kept).p50()));
        report.add(Finding.noted(
                "G7",
                "a new array of as many pixels alone, p50",
                picture,
                Sample.of(cleared).p50(),
                "µs"));
        Rounds rounds = new Rounds()
                .with(
                        OURS,
                        () -> booth.series(capture::grabFrame, PICTURES, bitmap -> 0)
                                .microseconds())
                .with(KEPT, () -> images(alone, pictures));
        Map<String, Sample> cpu = rounds.run(effort.of(25, 12, 3));
        report.add(Finding.noted("G7", "grabFrame, CPU", picture, cpu.get(OURS).p50(), "µs")
                .against(KEPT, cpu.get(KEPT).p50()));
        report.add(Cost.ofDelay("grabFrame", picture, late));
        Sample converted = convertedByReader(rig, pictures, grabs);
        report.add(Finding.of(
                        "G7",
                        "a reader's convert(BGRA), after its frame, to pixels on the heap, p50",
                        picture,
                        converted.p50(),
                        "µs",
                        LATEST.getOrDefault(footage.height(), Double.NaN))
                .boundedBy("conversion and copy alone", Sample.of(bare).p50()));
        report.add(Cost.ofDelay("a reader's convert(BGRA)", picture, converted));
    }

    private static Sample convertedByReader(Rig rig, List<FrameData> pictures, int frames) throws Exception {
        int[] heap = new int[pictures.get(0).codedWidth() * pictures.get(0).codedHeight()];
        Queue<Double> delays = new ConcurrentLinkedQueue<>();
        Queue<Integer> numbers = new ConcurrentLinkedQueue<>();
        try (Readers readers = new Readers(rig, 1, false, frame -> {
            try (VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
                bgra.plane(0).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(heap);
                delays.add((System.nanoTime() - frame.timestamp()) / NANOS_PER_MICROSECOND);
                numbers.add(BlockNumbers.of(bgra));
            }
        })) {
            for (int frame = 0; frame < frames; frame++) {
                rig.push(pictures.get(frame % PICTURES));
                readers.await(frame + 1L);
                if (numbers.remove() != frame % PICTURES) {
                    throw new IllegalStateException("another picture came as frame " + frame);
                }
            }
        }
        return Sample.of(delays);
    }

    private static double grab(PhotoBooth booth, ImageCapture capture) throws Exception {
        try (ImageBitmap bitmap = booth.take(capture::grabFrame)) {
            long begun = System.nanoTime();
            BufferedImage image = bitmap.toBufferedImage();
            double copied = (System.nanoTime() - begun) / NANOS_PER_MICROSECOND;
            return booth.latency(BlockNumbers.of(image)) + copied;
        }
    }

    private static double images(BareConverter alone, List<FrameData> pictures) throws Exception {
        long begun = ThreadUse.ownNanoseconds();
        for (FrameData picture : pictures) {
            alone.image(picture);
        }
        return (ThreadUse.ownNanoseconds() - begun) / NANOS_PER_MICROSECOND / PICTURES;
    }

    private static double timed(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / NANOS_PER_MICROSECOND;
    }
}
