// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Map;
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
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** The conversion in plain Java, which serves where FFmpeg cannot be loaded, against FFmpeg's and a copy to the heap. Confined to one thread. */
final class Conversion implements Experiment {
    private static final Codecs NONE = new Codecs(List::of, List::of, List::of);
    private static final int PICTURES = 4;
    private static final int WARM_UP = 150;
    private static final int BYTE = 0xff;
    private static final int MOST_DIFFERENCE = 6; // two roundings, and FFmpeg's default is the fast one
    private static final double NANOS_PER_MICROSECOND = 1e3;
    private static final Map<Integer, Double> MOST = Map.of(720, 2500.0);

    @Override
    public String name() {
        return "G8 conversion in Java";
    }

    @Override
    public void run(Report report, Effort effort) throws Exception {
        for (Footage footage : Scenes.of(effort)) {
            List<FrameData> pictures = Frames.planes(footage, PICTURES);
            try (BareConverter bare = new BareConverter(footage.width(), footage.height())) {
                requireSamePixels(convert(pictures.get(1)), bare.argb(pictures.get(1)));
                cpu(effort.of(WARM_UP, WARM_UP, 1), frame -> convert(pictures.get(frame % PICTURES)));
                int frames = effort.of(10, 5, 2);
                Map<String, Sample> cpu = new Rounds()
                        .with("Java", () -> cpu(frames, frame -> convert(pictures.get(frame % PICTURES))))
                        .with("memory", () -> cpu(frames, frame -> touch(pictures.get(frame % PICTURES))))
                        .with("FFmpeg", () -> cpu(frames, frame -> bare.argb(pictures.get(frame % PICTURES))))
                        .run(effort.of(15, 9, 1));
                double ours = cpu.get("Java").p50();
                String what = "I420 to BGRA in plain Java, CPU";
                report.add(Finding.of(
                                "G8", what, footage.name(), ours, "µs", MOST.getOrDefault(footage.height(), Double.NaN))
                        .boundedBy(
                                "its planes read and as many pixels written, without arithmetic",
                                cpu.get("memory").p50()));
                report.add(Finding.noted("G8", what, footage.name(), ours, "µs")
                        .against(
                                "swscale and a copy to the heap",
                                cpu.get("FFmpeg").p50()));
                report.add(Cost.ofWork(what, footage.name(), ours));
            }
        }
    }

    /** One conversion. */
    @FunctionalInterface
    private interface Work {
        Object of(int frame) throws Exception;
    }

    private static double cpu(int frames, Work work) throws Exception {
        long before = ThreadUse.ownNanoseconds();
        for (int frame = 0; frame < frames; frame++) {
            work.of(frame);
        }
        return (ThreadUse.ownNanoseconds() - before) / NANOS_PER_MICROSECOND / frames;
    }

    private static LentFrame convert(FrameData picture) {
        try (VideoFrame frame = new BufferFrame(picture, 0, 0, () -> {}, NONE).open()) {
            LentFrame converted =
                    new JavaConverter().convert(frame, PixelFormat.BGRA, picture.codedWidth(), picture.codedHeight());
            converted.release().run();
            return converted;
        }
    }

    /** Reads each sample and fills as many pixels of new memory, as a conversion cannot do without. */
    private static byte[] touch(FrameData picture) {
        int width = picture.codedWidth();
        byte[] bytes = new byte[width * picture.codedHeight() * Integer.BYTES];
        IntBuffer pixels = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        byte[] luma = new byte[width];
        byte[] first = new byte[width / 2];
        byte[] second = new byte[width / 2];
        int[] row = new int[width];
        for (int y = 0; y < picture.codedHeight(); y++) {
            read(picture.planes().get(0), y, luma);
            read(picture.planes().get(1), y / 2, first);
            read(picture.planes().get(2), y / 2, second);
            for (int x = 0; x < width; x++) {
                row[x] = luma[x] << Short.SIZE | first[x / 2] << Byte.SIZE | second[x / 2];
            }
            pixels.put(y * width, row);
        }
        return bytes;
    }

    private static void read(Plane plane, int row, byte[] samples) {
        plane.buffer().get(row * plane.rowStride(), samples);
    }

    private static void requireSamePixels(LentFrame converted, int[] expected) {
        ByteBuffer bytes = converted.data().planes().get(0).buffer().duplicate().order(ByteOrder.LITTLE_ENDIAN);
        for (int pixel = 0; pixel < expected.length; pixel++) {
            int ours = bytes.getInt(pixel * Integer.BYTES);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                if (Math.abs((ours >> shift & BYTE) - (expected[pixel] >> shift & BYTE)) > MOST_DIFFERENCE) {
                    throw new IllegalStateException(String.format(
                            "pixel %d is %08x and not %08x, as FFmpeg converts it", pixel, ours, expected[pixel]));
                }
            }
        }
    }
}
