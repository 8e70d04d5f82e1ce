// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.footage.Content;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.measure.Rounds;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.peer.BareEncoder;
import org.mediacapture.benchmarks.peer.ImageIoPeer;
import org.mediacapture.benchmarks.peer.JpegEncoder;
import org.mediacapture.benchmarks.peer.TurboJpeg;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Plot;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.image.ImageCapture;

/**
 * Photos of a camera that delivers raw frames, against encoders alone that make a file of the same size. Confined to one thread.
 */
final class EncodedPhotos implements Experiment {
    private static final int PICTURES = 8;
    private static final int SMALLEST = 480;
    private static final int STEPS = 31;
    private static final int BEST = 100;
    private static final double MOST_OF_ENCODER = 1.10;
    private static final double GATE = 3; // other work on the machine counts on both sides, but not evenly
    private static final double MOST_BYTES = 1024;
    private static final double GATE_BYTES = 1_700;
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final String OURS = "takePhoto";
    private static final String OURS_ALONE = "our encoder on the thread that asks";
    private static final double USUAL_QUALITY = 0.92;
    private static final String BARE = "FFmpeg's encoder alone";

    @Override
    public String name() {
        return "G5 G6 photos encoded";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withFFmpeg()) {
            warmUp(framework, effort);
            for (Footage footage : Scenes.of(effort)) {
                List<FrameData> pictures = Frames.planes(footage, PICTURES);
                try (Rig rig = Rig.open(framework, pictures.get(0))) {
                    measure(report, effort, footage, pictures, rig, framework.service(ImageEncoder.class));
                }
            }
        }
    }

    /** So that Java code is compiled as after many photos; the encoders that it is compared to have little of it. */
    private static void warmUp(MockFramework framework, Effort effort) throws Exception {
        List<FrameData> small = Frames.planes(new Footage(Content.FLAT, SMALLEST), PICTURES);
        try (Rig rig = Rig.open(framework, small.get(0))) {
            PhotoBooth booth = new PhotoBooth(rig, small);
            ImageCapture capture = rig.capture();
            for (int photo = 0; photo < effort.of(4000, 800, 0); photo++) {
                booth.take(capture::takePhoto);
            }
        }
    }

    private static void measure(
            Report report, Effort effort, Footage footage, List<FrameData> pictures, Rig rig, ImageEncoder ours)
            throws Exception {
        PhotoBooth booth = new PhotoBooth(rig, pictures);
        ImageCapture capture = rig.capture();
        Blob photo = booth.take(capture::takePhoto);
        Map<String, JpegEncoder> encoders = encoders(pictures.get(number(photo)), photo);
        int photos = effort.of(12, 6, 3);
        List<PhotoBooth.Series> series = new ArrayList<>();
        Rounds rounds = new Rounds().with(OURS, () -> {
            series.add(booth.series(capture::takePhoto, photos, Blob::size));
            return series.get(series.size() - 1).microseconds();
        });
        encoders.forEach((name, encoder) -> rounds.with(name, alone(encoder, pictures, photos)));
        Map<String, Sample> cpu;
        try (HeldFrames held = HeldFrames.of(rig, pictures)) {
            rounds.with(
                    OURS_ALONE,
                    () -> held.microsecondsOf(frame -> ours.encode(frame, "image/jpeg", USUAL_QUALITY), photos));
            cpu = rounds.run(effort.of(15, 5, 5)); // the least heap needs as many
        }
        Sample codec = cpu.remove(OURS_ALONE);
        PhotoBooth.Series took = PhotoBooth.Series.of(series);
        Sample late = Sample.of(DoubleStream.generate(() -> latency(booth, capture))
                .limit(effort.of(60, 20, 3))
                .boxed()
                .toList());
        String picture = footage.name();
        for (String encoder : encoders.keySet()) {
            Finding finding = Finding.of(
                            "G5",
                            "photo encoded, CPU",
                            picture,
                            cpu.get(OURS).p50(),
                            "µs",
                            encoder.equals(BARE) ? MOST_OF_ENCODER : Double.NaN)
                    .against(
                            encoder + ", " + fileSize(encoders.get(encoder), pictures.get(0)),
                            cpu.get(encoder).p50())
                    .boundedBy(OURS_ALONE, codec.p50());
            report.add(encoder.equals(BARE) ? finding.gatedAt(GATE) : finding);
            report.add(Cost.ofWork(encoder, picture, cpu.get(encoder).p50()));
        }
        report.add(Finding.of(
                        "G6", "photo encoded, heap beyond the photo itself", picture, took.ownBytes(), "B", MOST_BYTES)
                .gatedAt(GATE_BYTES));
        report.add(Cost.ofWork("photo encoded", picture, cpu.get(OURS).p50(), took.bytes())
                .withDelay(late));
        report.add(Plot.ofSamples("photo-encoded-" + picture, "CPU time of a JPEG photo, " + picture, "µs", cpu, OURS));
        encoders.values().forEach(JpegEncoder::close);
    }

    /** Encoders, each with the quality with which its file comes closest to the size of the photo. */
    private static Map<String, JpegEncoder> encoders(FrameData picture, Blob photo) throws IOException {
        Map<String, JpegEncoder> encoders = new LinkedHashMap<>();
        int width = picture.codedWidth();
        int height = picture.codedHeight();
        encoders.put(
                BARE,
                closest(STEPS, photo.size(), picture, step -> Optional.of(new BareEncoder(width, height, step)))
                        .orElseThrow());
        closest(
                        BEST,
                        photo.size(),
                        picture,
                        quality -> TurboJpeg.find(width, height, quality).map(found -> found))
                .ifPresent(encoder -> encoders.put("libjpeg-turbo alone", encoder));
        byte[] file = photo.bytes();
        encoders.put(
                "ImageIO alone",
                closest(BEST / 2, photo.size(), picture, half -> Optional.of(new ImageIoPeer(file, 2.0 * half / BEST)))
                        .orElseThrow());
        return encoders;
    }

    /** What makes an encoder of a quality. */
    @FunctionalInterface
    private interface OfQuality {
        Optional<JpegEncoder> make(int quality) throws IOException;
    }

    private static Optional<JpegEncoder> closest(int qualities, int size, FrameData picture, OfQuality encoders)
            throws IOException {
        int best = 1;
        int least = Integer.MAX_VALUE;
        for (int quality = 1; quality <= qualities; quality++) {
            Optional<JpegEncoder> encoder = encoders.make(quality);
            if (encoder.isEmpty()) {
                return encoder;
            }
            int difference = Math.abs(encoder.get().encode(picture).length - size);
            encoder.get().close();
            if (difference < least) {
                least = difference;
                best = quality;
            }
        }
        return encoders.make(best);
    }

    private static String fileSize(JpegEncoder encoder, FrameData picture) throws IOException {
        return encoder.encode(picture).length / 1000 + " kB";
    }

    private static Callable<Double> alone(JpegEncoder encoder, List<FrameData> pictures, int photos) {
        return () -> {
            long before = ThreadUse.ownNanoseconds();
            for (int photo = 0; photo < photos; photo++) {
                encoder.encode(pictures.get(photo % pictures.size()));
            }
            return (ThreadUse.ownNanoseconds() - before) / NANOS_PER_MICROSECOND / photos;
        };
    }

    private static double latency(PhotoBooth booth, ImageCapture capture) {
        try {
            return booth.latency(number(booth.take(capture::takePhoto)));
        } catch (Exception failed) {
            throw new IllegalStateException("a photo failed", failed);
        }
    }

    private static int number(Blob photo) throws IOException {
        return BlockNumbers.of(ImageIO.read(new ByteArrayInputStream(photo.bytes())));
    }
}
