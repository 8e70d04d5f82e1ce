// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.mediacapture.benchmarks.CountingCodecs.Counts;
import org.mediacapture.benchmarks.footage.Content;
import org.mediacapture.benchmarks.footage.Footage;
import org.mediacapture.benchmarks.footage.Frames;
import org.mediacapture.benchmarks.report.Cost;
import org.mediacapture.benchmarks.report.Effort;
import org.mediacapture.benchmarks.report.Experiment;
import org.mediacapture.benchmarks.report.Finding;
import org.mediacapture.benchmarks.report.Report;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCapture;

/** How often a frame is decoded, converted, encoded and copied, however many look at it: counts, which have no noise. Confined to one thread. */
final class Sharing implements Experiment {
    private static final int READERS = 3;
    private static final int FRAMES = 20;
    private static final Footage FOOTAGE = new Footage(Content.FLAT, 480);

    private final Consumer<VideoFrame> wantsPixels;

    /** With readers that ask the frame for its pixels. */
    Sharing() {
        this(frame -> frame.pixels().close());
    }

    /** With readers that want pixels in another way. */
    Sharing(Consumer<VideoFrame> wantsPixels) {
        this.wantsPixels = wantsPixels;
    }

    @Override
    public String name() {
        return "G1 G3 counts";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        try (MockFramework framework = MockFramework.withFFmpeg();
                CountingCodecs codecs = CountingCodecs.of(framework)) {
            List<FrameData> jpegs = Frames.jpegs(FOOTAGE);
            try (Rig rig = Rig.open(framework, jpegs.get(0))) {
                read(report, rig, codecs, jpegs, "readers who look at no pixels", VideoFrame::sequence, 0, 0);
                read(report, rig, codecs, jpegs, "readers of pixels", wantsPixels, 1, 0);
                read(report, rig, codecs, jpegs, "readers of BGRA", Sharing::convert, 1, 1);
                photos(report, rig, codecs, jpegs, "JPEG passed through", 0);
                grabs(report, rig, codecs, jpegs);
            }
            List<FrameData> raw = Frames.planes(FOOTAGE, FRAMES);
            try (Rig rig = Rig.open(framework, raw.get(0))) {
                photos(report, rig, codecs, raw, "raw frame", 1);
                copies(report, rig, raw);
            }
        }
    }

    private static void convert(VideoFrame frame) {
        frame.convert(PixelFormat.BGRA).close();
    }

    private static void read(
            Report report,
            Rig rig,
            CountingCodecs codecs,
            List<FrameData> pictures,
            String what,
            Consumer<VideoFrame> work,
            int decodes,
            int conversions)
            throws Exception {
        Counts before = codecs.counts();
        try (Readers readers = new Readers(rig, READERS, false, work)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                rig.push(pictures.get(frame));
                readers.await((frame + 1L) * READERS);
            }
        }
        Counts done = codecs.counts().since(before);
        String whole = READERS + " " + what;
        report.add(count("G3", whole + ", decodes for an MJPEG frame", done.decodes(), decodes));
        report.add(count("G3", whole + ", conversions for an MJPEG frame", done.conversions(), conversions));
        report.add(Cost.ofCounts(
                "MJPEG frame, " + whole,
                FOOTAGE.name(),
                (double) done.decodes() / FRAMES,
                (double) done.conversions() / FRAMES));
    }

    private static void photos(
            Report report, Rig rig, CountingCodecs codecs, List<FrameData> pictures, String what, int encodes)
            throws Exception {
        ImageCapture capture = rig.capture();
        PhotoBooth booth = new PhotoBooth(rig, pictures);
        Counts before = codecs.counts();
        for (int photo = 0; photo < FRAMES; photo++) {
            booth.take(capture::takePhoto);
        }
        Counts done = codecs.counts().since(before);
        report.add(count("G5", "photo, " + what + ", encodes", done.encodes(), encodes));
        report.add(count("G5", "photo, " + what + ", decodes and conversions", done.decodes() + done.conversions(), 0));
    }

    private static void grabs(Report report, Rig rig, CountingCodecs codecs, List<FrameData> pictures)
            throws Exception {
        ImageCapture capture = rig.capture();
        PhotoBooth booth = new PhotoBooth(rig, pictures);
        Counts before = codecs.counts();
        for (int grab = 0; grab < FRAMES; grab++) {
            booth.take(capture::grabFrame).close();
        }
        Counts done = codecs.counts().since(before);
        report.add(count("G7", "grabFrame of MJPEG, decodes and conversions", done.decodes() + done.conversions(), 2));
    }

    /** A raw frame that is received is the very memory that the camera lent. */
    private static void copies(Report report, Rig rig, List<FrameData> pictures) throws Exception {
        int[] moved = new int[1];
        long[] lent = new long[1];
        try (Readers readers =
                new Readers(rig, READERS, true, frame -> moved[0] += address(frame) == lent[0] ? 0 : 1)) {
            for (FrameData picture : pictures) {
                lent[0] = new BytePointer(picture.planes().get(0).buffer()).address();
                rig.push(picture);
            }
            readers.await((long) pictures.size() * READERS);
        }
        report.add(Finding.of("G1", "raw frame, copies for " + READERS + " readers", "", moved[0], "", 0)
                .gated());
    }

    private static long address(VideoFrame frame) {
        return new BytePointer(frame.plane(0)).address();
    }

    private static Finding count(String goal, String what, long all, double limit) {
        return Finding.of(goal, what, "", (double) all / FRAMES, "", limit).gated();
    }
}
