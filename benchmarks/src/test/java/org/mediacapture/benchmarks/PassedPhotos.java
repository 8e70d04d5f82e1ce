// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.FrameData;
import org.mediacapture.image.ImageCapture;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.PromiseFactory;

/** Photos of a camera that delivers JPEG: how soon after its frame a photo is there, and what it costs. Confined to one thread. */
final class PassedPhotos implements Experiment {
    private static final double LATEST_MICROSECONDS = 500;
    private static final double MOST_BYTES = 1024;
    private static final double GATE_BYTES = 1_500;
    private static final int SERIES = 5;

    @Override
    public String name() {
        return "G4 G6 photos passed through";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withFFmpeg()) {
            for (Footage footage : Scenes.of(effort)) {
                measure(report, effort, framework, footage);
            }
        }
    }

    /** What the API itself demands for each photo, and is a part of its heap. */
    private static double bytesOfPromise() {
        PromiseFactory factory = new PromiseFactory(PromiseFactory.inlineExecutor());
        AtomicInteger resolved = new AtomicInteger();
        int rounds = 2000;
        resolve(factory, rounds, resolved); // warms up
        long before = ThreadUse.ownBytes();
        resolve(factory, rounds, resolved);
        return (double) (ThreadUse.ownBytes() - before) / rounds;
    }

    private static void resolve(PromiseFactory factory, int rounds, AtomicInteger resolved) {
        for (int round = 0; round < rounds; round++) {
            Deferred<AtomicInteger> deferred = factory.deferred();
            deferred.getPromise().onResolve(resolved::incrementAndGet);
            deferred.resolve(resolved);
        }
    }

    private static void measure(Report report, Effort effort, MockFramework framework, Footage footage)
            throws Exception {
        List<FrameData> pictures = Frames.jpegs(footage);
        int photos = effort.of(500, 200, 20);
        try (Rig rig = Rig.open(framework, pictures.get(0))) {
            ImageCapture capture = rig.capture();
            PhotoBooth booth = new PhotoBooth(rig, pictures);
            latencies(booth, capture, pictures, photos); // warms up
            Sample late = Sample.of(latencies(booth, capture, pictures, photos));
            PhotoBooth.Series took = took(booth, capture, photos);
            report.add(Finding.of(
                    "G4",
                    "photo passed through, after its frame, p50",
                    footage.name(),
                    late.p50(),
                    "µs",
                    LATEST_MICROSECONDS));
            report.add(Finding.of(
                            "G6",
                            "photo passed through, heap beyond the photo itself",
                            footage.name(),
                            took.ownBytes(),
                            "B",
                            MOST_BYTES)
                    .boundedBy("the OSGi promise, with one who waits for it", bytesOfPromise())
                    .gatedAt(GATE_BYTES));
            report.add(Cost.ofWork("photo passed through", footage.name(), took.microseconds(), took.bytes())
                    .withDelay(late));
        }
    }

    private static PhotoBooth.Series took(PhotoBooth booth, ImageCapture capture, int photos) throws Exception {
        List<PhotoBooth.Series> all = new ArrayList<>();
        for (int series = 0; series < SERIES; series++) {
            all.add(booth.series(capture::takePhoto, photos / SERIES, Blob::size));
        }
        return PhotoBooth.Series.of(all);
    }

    private static List<Double> latencies(PhotoBooth booth, ImageCapture capture, List<FrameData> pictures, int photos)
            throws Exception {
        List<Double> latencies = new ArrayList<>();
        for (int photo = 0; photo < photos; photo++) {
            Blob blob = booth.take(capture::takePhoto);
            latencies.add(booth.latency(number(blob, pictures)));
        }
        return latencies;
    }

    /** Of which picture it is a copy, byte by byte. */
    private static int number(Blob photo, List<FrameData> pictures) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(photo.bytes());
        for (int number = 0; number < pictures.size(); number++) {
            if (pictures.get(number).planes().get(0).buffer().equals(bytes)) {
                return number;
            }
        }
        throw new IOException("a photo of " + photo.size() + " bytes is none of the camera's pictures");
    }
}
