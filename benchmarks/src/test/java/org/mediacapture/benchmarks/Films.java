// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ObjIntConsumer;
import org.mediacapture.benchmarks.footage.Content;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.measure.Rounds;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.peer.CommandLineFilm;
import org.mediacapture.benchmarks.peer.JavaCvFilm;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Plot;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.VideoFrame;

/**
 * An MJPEG film through the real provider and the core to a consumer, as pixels and as compressed frames, against JavaCV's grabber and
 * FFmpeg's program on the same file. Confined to one thread.
 */
final class Films implements Experiment {
    private static final double LEAST_RATE = 0.97;
    private static final double MOST_CPU = 1.03;
    private static final double MOST_OF_PACKETS = 1.2;
    private static final double GATE = 3; // other work on the machine counts on both sides, but not evenly
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final double MICROSECONDS_PER_SECOND = 1e6;
    private static final int SMALLEST = 480;
    private static final int LARGEST = 4_000_000;
    private static final String PIXELS = "pixels";
    private static final String FILM_CPU = "MJPEG film to pixels, CPU";
    private static final String DECODER = "our decoder, of pictures in memory";
    private static final String PACKETS = "packets";

    private final byte[] copy = new byte[LARGEST];
    private double heap;

    @Override
    public String name() {
        return "G2 G3 films";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withFFmpeg()) {
            warmUp(framework, effort);
            for (Footage footage : Scenes.of(effort)) {
                Path film = footage.film();
                double alone = decodedAlone(framework, footage, effort);
                try (FilmCamera camera = FilmCamera.offer(framework, footage)) {
                    pixels(report, effort, footage, camera, alone);
                    packets(report, effort, footage, film, camera);
                }
            }
        }
    }

    /** So that Java code is compiled as in a camera that has run for a while, ours and the peer's. */
    private static void warmUp(MockFramework framework, Effort effort) throws Exception {
        Footage small = new Footage(Content.FLAT, SMALLEST);
        try (FilmCamera camera = FilmCamera.offer(framework, small);
                FilmTurns turns = new FilmTurns(small.film())) {
            for (int pass = 0; pass < effort.of(30, 6, 0); pass++) {
                camera.play(turns);
            }
        }
    }

    /** What our decoder takes on the thread that asks, of pictures that lie in memory. */
    private static double decodedAlone(MockFramework framework, Footage footage, Effort effort) throws Exception {
        ImageDecoder decoder = framework.service(ImageDecoder.class);
        List<FrameData> pictures = Frames.jpegs(footage);
        try (Rig rig = Rig.open(framework, pictures.get(0));
                HeldFrames held = HeldFrames.of(rig, pictures)) {
            Callable<Double> decoded = () ->
                    held.microsecondsOf(frame -> decoder.decode(frame).release().run(), FilmCamera.MEASURED);
            decoded.call(); // warms up
            return new Rounds()
                    .with(PIXELS, decoded)
                    .run(effort.of(5, 2, 1))
                    .get(PIXELS)
                    .p50();
        }
    }

    private void pixels(Report report, Effort effort, Footage footage, FilmCamera camera, double alone)
            throws Exception {
        Path film = footage.film();
        Map<String, Sample> cpu = new LinkedHashMap<>();
        try (FilmTurns turns = new FilmTurns(film)) {
            for (int pass = 0; pass < effort.of(8, 2, 1); pass++) {
                camera.play(turns);
            }
            cpu.put(PIXELS, turns.ours().cpu());
            cpu.put("JavaCV", turns.peers().cpu());
            report(report, footage.name(), turns, alone);
        }
        cpu.putAll(new Rounds()
                .with("FFmpeg", () -> CommandLineFilm.microseconds(film, Footage.FRAMES))
                .run(effort.of(5, 2, 1)));
        double ours = cpu.get(PIXELS).p50();
        String picture = footage.name();
        report.add(Finding.of("G2", FILM_CPU, picture, ours, "µs", MOST_CPU)
                .against("ffmpeg -threads 1", cpu.get("FFmpeg").p50())
                .boundedBy(DECODER, alone));
        play(camera, FilmTurns::read);
        report.add(Cost.ofWork("MJPEG film to pixels", picture, ours, heap));
        report.add(Plot.ofSamples(
                "film-to-pixels-" + picture,
                "CPU time of a frame of an MJPEG film to pixels, " + picture,
                "µs",
                cpu,
                PIXELS));
    }

    private static void report(Report report, String picture, FilmTurns turns, double alone) {
        report.add(Finding.of("G2", FILM_CPU, picture, turns.ours().cpu().p50(), "µs", MOST_CPU)
                .against("JavaCV, RAW", turns.peers().cpu().p50())
                .boundedBy(DECODER, alone)
                .gatedAt(GATE));
        report.add(Finding.of("G2", "MJPEG film to pixels, rate p50", picture, rate(turns.ours()), "1/s", LEAST_RATE)
                .against("JavaCV, RAW", rate(turns.peers()))
                .boundedBy(DECODER, MICROSECONDS_PER_SECOND / alone)
                .asLeast());
    }

    private static double rate(FilmTurns.Side side) {
        return MICROSECONDS_PER_SECOND / side.time().p50();
    }

    private void packets(Report report, Effort effort, Footage footage, Path film, FilmCamera camera) throws Exception {
        Map<String, Sample> cpu = new Rounds()
                .with(PACKETS, () -> play(camera, this::copyBytes))
                .with("JavaCV", grabbed(film, (grabber, frame) -> grabber.packet(copy)))
                .run(effort.of(11, 4, 3));
        double ours = cpu.get(PACKETS).p50();
        String picture = footage.name();
        report.add(Finding.of("G3", "MJPEG film, compressed frames, CPU", picture, ours, "µs", MOST_OF_PACKETS)
                .against("JavaCV, grabPacket", cpu.get("JavaCV").p50())
                .gatedAt(GATE));
        double size = (double) Files.size(film) / Footage.FRAMES;
        report.add(Finding.of("G3", "the same, heap; a JPEG file is the limit", picture, heap, "B", size)
                .gated());
        report.add(Cost.ofWork("MJPEG film, compressed frames", picture, ours, heap));
    }

    private double play(FilmCamera camera, ObjIntConsumer<VideoFrame> work) throws Exception {
        FilmCamera.Pass pass = camera.play(work);
        heap = pass.use().bytesOf(FilmCamera.MEASURED);
        return pass.use().microsecondsOf(FilmCamera.MEASURED);
    }

    private void copyBytes(VideoFrame frame, int number) {
        var bytes = frame.plane(0);
        bytes.get(copy, 0, bytes.remaining());
    }

    /** What is done with a frame of a peer. */
    @FunctionalInterface
    private interface Grab {
        void frame(JavaCvFilm grabber, int frame) throws Exception;
    }

    private Callable<Double> grabbed(Path film, Grab grab) {
        return () -> {
            try (JavaCvFilm grabber = new JavaCvFilm(film)) {
                for (int frame = 0; frame <= FilmCamera.FIRST; frame++) {
                    grab.frame(grabber, frame);
                }
                long before = ThreadUse.ownNanoseconds();
                for (int frame = FilmCamera.FIRST + 1; frame <= FilmCamera.LAST; frame++) {
                    grab.frame(grabber, frame);
                }
                long cpu = ThreadUse.ownNanoseconds() - before;
                return cpu / NANOS_PER_MICROSECOND / FilmCamera.MEASURED;
            }
        };
    }
}
