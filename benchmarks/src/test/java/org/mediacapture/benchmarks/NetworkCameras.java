// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.mediacapture.benchmarks.footage.Content;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.network.CameraServer;
import org.mediacapture.benchmarks.network.FrameReader;
import org.mediacapture.benchmarks.network.Reading;
import org.mediacapture.benchmarks.network.Readings;
import org.mediacapture.benchmarks.peer.JavaCvCamera;
import org.mediacapture.benchmarks.peer.WebcamCaptureCamera;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Plot;
import org.mediacapture.benchmarks.report.Report;

/**
 * A camera that sends JPEG over HTTP, read through the framework, by JavaCV's grabber and by webcam-capture's driver: at 30 pictures a
 * second, and when it sends more than anybody can decode. Confined to one thread.
 */
final class NetworkCameras implements Experiment {
    private static final int HEIGHT = 720;
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / 30;
    private static final String PIXELS = "pixels";
    private static final String COMPRESSED = "compressed frames";
    private static final String WEBCAM = "pixels, provider-webcam";
    private static final String JAVACV = "JavaCV, RAW";
    private static final String DRIVER = "webcam-capture";
    private static final Set<String> PEERS = Set.of(JAVACV, DRIVER);
    private static final int ROUNDS = 3; // so that what other threads do once is not in the median
    private static final double MOST_OF_JAVACV = 1.2;
    private static final double MOST_CPU_OF_DRIVER = 1 / 2.5;
    private static final double MOST_HEAP_OF_DRIVER = 1.0 / 50;
    private static final double GATE_HEAP_OF_DRIVER = 1.0 / 10;
    private static final double GATE_HEAP = 8_192; // what is not of the frames counts, too, and they are few
    private static final double MOST_AGE = 100; // milliseconds: three pictures of a camera with pauses

    @Override
    public String name() {
        return "G15 network cameras";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withAllProviders()) {
            Map<String, FrameReader.Opener> readers = readers(framework, effort);
            for (Footage footage : scenes(effort)) {
                steady(report, footage, readers, effort);
                overload(report, footage, readers, effort);
            }
        }
    }

    private static List<Footage> scenes(Effort effort) {
        return effort == Effort.FULL
                ? List.of(new Footage(Content.FLAT, HEIGHT), new Footage(Content.NOISY, HEIGHT))
                : Scenes.of(effort);
    }

    private static Map<String, FrameReader.Opener> readers(MockFramework framework, Effort effort) {
        Map<String, FrameReader.Opener> readers = new LinkedHashMap<>();
        readers.put(PIXELS, NetworkReader.pixels(framework));
        readers.put(COMPRESSED, NetworkReader.compressed(framework));
        if (effort == Effort.FULL) {
            readers.put(WEBCAM, NetworkReader.webcam(framework));
        }
        readers.put(JAVACV, JavaCvCamera::open);
        readers.put(DRIVER, WebcamCaptureCamera::open);
        return readers;
    }

    private static void steady(Report report, Footage footage, Map<String, FrameReader.Opener> readers, Effort effort)
            throws Exception {
        Map<String, Readings> turns = new LinkedHashMap<>();
        Reading.Span span = Reading.Span.frames(effort.of(90, 16, 12));
        try (CameraServer server = CameraServer.start(Frames.jpegs(footage), INTERVAL)) {
            byTurns(server, readers, span).forEach((name, all) -> turns.put(name, new Readings(all)));
        }
        String picture = footage.name();
        times(report, picture, turns);
        heap(report, picture, turns);
        turns.forEach((name, of) -> report.add(Cost.ofWork("network camera, " + name, picture, of.cpu(), of.heap())
                .withDelay(of.ages())));
        plot(report, "network-cpu", "CPU time of a picture of a network camera", "µs", picture, turns, Readings::cpu);
        plot(
                report,
                "network-delay",
                "From a network camera to the consumer, p50",
                "ms",
                picture,
                turns,
                Readings::p50);
    }

    /** After one round that warms up. */
    private static Map<String, List<Reading>> byTurns(
            CameraServer server, Map<String, FrameReader.Opener> readers, Reading.Span span) throws Exception {
        Map<String, List<Reading>> turns = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, FrameReader.Opener> reader : readers.entrySet()) {
                Reading reading = Reading.of(server, reader.getValue(), span);
                List<Reading> all = turns.computeIfAbsent(reader.getKey(), name -> new ArrayList<>());
                if (round > 0) {
                    all.add(reading);
                }
            }
        }
        return turns;
    }

    private static void times(Report report, String picture, Map<String, Readings> turns) {
        Readings pixels = turns.get(PIXELS);
        Readings javacv = turns.get(JAVACV);
        Readings driver = turns.get(DRIVER);
        String what = "network camera to pixels, ";
        report.add(Finding.of("G15", what + "sent to consumer p50", picture, pixels.p50(), "ms", MOST_OF_JAVACV)
                .against(JAVACV, javacv.p50())
                .boundedBy("JavaCV, decoding on the thread that reads", javacv.p50()));
        report.add(Finding.noted("G15", what + "sent to consumer p99", picture, pixels.p99(), "ms")
                .against(JAVACV, javacv.p99()));
        report.add(Finding.of("G15", what + "CPU", picture, pixels.cpu(), "µs", MOST_OF_JAVACV)
                .against(JAVACV, javacv.cpu())
                .boundedBy("JavaCV", javacv.cpu()));
        report.add(Finding.of("G15", what + "CPU", picture, pixels.cpu(), "µs", MOST_CPU_OF_DRIVER)
                .against(DRIVER, driver.cpu())
                .boundedBy(JAVACV, javacv.cpu()));
        Readings compressed = turns.get(COMPRESSED);
        report.add(Finding.of(
                        "G15",
                        "network camera, compressed frames, CPU",
                        picture,
                        compressed.cpu(),
                        "µs",
                        MOST_CPU_OF_DRIVER)
                .against(DRIVER, driver.cpu()));
    }

    private static void heap(Report report, String picture, Map<String, Readings> turns) {
        Readings pixels = turns.get(PIXELS);
        report.add(Finding.of("G15", "network camera to pixels, heap", picture, pixels.heap(), "B", MOST_HEAP_OF_DRIVER)
                .against(DRIVER, turns.get(DRIVER).heap())
                .gatedAt(GATE_HEAP_OF_DRIVER));
        report.add(Finding.noted("G15", "the same, all threads", picture, pixels.heap(), "B")
                .gatedAt(GATE_HEAP));
        report.add(Finding.noted(
                        "G15",
                        "network camera, compressed frames, heap",
                        picture,
                        turns.get(COMPRESSED).heap(),
                        "B")
                .gatedAt(GATE_HEAP));
    }

    /** A camera that sends as fast as it can: who decodes has to leave pictures out. */
    private static void overload(Report report, Footage footage, Map<String, FrameReader.Opener> readers, Effort effort)
            throws Exception {
        int seconds = effort.of(3, 1, 1);
        Reading.Span span = Reading.Span.seconds(seconds);
        Map<String, Readings> turns = new LinkedHashMap<>();
        try (CameraServer server = CameraServer.start(Frames.jpegs(footage), CameraServer.NONE)) {
            for (Map.Entry<String, FrameReader.Opener> reader : readers.entrySet()) {
                turns.put(reader.getKey(), new Readings(List.of(Reading.of(server, reader.getValue(), span))));
            }
        }
        String picture = footage.name();
        Readings pixels = turns.get(PIXELS);
        String what = "network camera without pause, to pixels, ";
        report.add(Finding.of("G15", what + "age p99", picture, pixels.p99(), "ms", MOST_AGE));
        report.add(Finding.noted("G15", "the same", picture, pixels.p99(), "ms")
                .against(DRIVER, turns.get(DRIVER).p99()));
        report.add(Finding.noted("G15", "the same, pictures a second", picture, pixels.count() / seconds, "")
                .against(JAVACV, turns.get(JAVACV).count() / seconds));
        report.add(Finding.noted("G15", what + "pictures left out, and counted", picture, pixels.missing(), ""));
        turns.forEach(
                (name, of) -> report.add(Cost.ofDelay("network camera without pause, " + name, picture, of.ages())));
        plot(report, "network-age", "Age of pictures, camera without pause, p99", "ms", picture, turns, Readings::p99);
    }

    private static void plot(
            Report report,
            String file,
            String title,
            String unit,
            String picture,
            Map<String, Readings> turns,
            ToDoubleFunction<Readings> figure) {
        List<Plot.Bar> bars = turns.entrySet().stream()
                .map(one ->
                        new Plot.Bar(one.getKey(), figure.applyAsDouble(one.getValue()), !PEERS.contains(one.getKey())))
                .toList();
        report.add(new Plot(file + "-" + picture.replace(' ', '-'), title + ", " + picture, unit, bars));
    }
}
