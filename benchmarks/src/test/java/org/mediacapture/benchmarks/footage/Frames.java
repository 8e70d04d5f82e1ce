// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.footage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/** Footage in memory outside the heap, as a provider lends it. Stateless. */
public final class Frames {
    private static final int MARK = 0xff;
    private static final int BEGIN = 0xd8;
    private static final int END = 0xd9;

    private Frames() {}

    /** All pictures as JPEG, by their number. */
    public static List<FrameData> jpegs(Footage footage) throws IOException, InterruptedException {
        List<FrameData> frames = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(footage.jpegs());
        int begin = 0;
        for (int i = 2; i <= bytes.length; i++) {
            boolean ends = is(bytes, i - 2, END) && (i == bytes.length || is(bytes, i, BEGIN));
            if (ends) {
                ByteBuffer jpeg = ByteBuffer.allocateDirect(i - begin);
                jpeg.put(bytes, begin, i - begin).flip();
                frames.add(described(footage, PixelFormat.MJPEG, List.of(Plane.compressed(jpeg))));
                begin = i;
            }
        }
        if (frames.size() != Footage.FRAMES) {
            throw new IOException(footage + " has " + frames.size() + " pictures, not " + Footage.FRAMES);
        }
        return frames;
    }

    /** The first so many as planes of luma and colour, by their number. */
    public static List<FrameData> planes(Footage footage, int count) throws IOException, InterruptedException {
        int luma = footage.width() * footage.height();
        int[] sizes = {luma, luma / 4, luma / 4};
        List<FrameData> frames = new ArrayList<>();
        Path file = footage.planes(count);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int frame = 0; frame < count; frame++) {
                List<Plane> planes = new ArrayList<>();
                for (int size : sizes) {
                    ByteBuffer plane = ByteBuffer.allocateDirect(size);
                    while (plane.hasRemaining()) {
                        if (channel.read(plane) < 0) {
                            throw new IOException(file + " ends within picture " + frame);
                        }
                    }
                    planes.add(new Plane(plane.flip(), size == luma ? footage.width() : footage.width() / 2, 1));
                }
                frames.add(described(footage, PixelFormat.I420, planes));
            }
        }
        return frames;
    }

    private static FrameData described(Footage footage, PixelFormat format, List<Plane> planes) {
        return FrameData.of(format, planes, footage.width(), footage.height(), ColorSpace.JPEG);
    }

    private static boolean is(byte[] bytes, int index, int marker) {
        return index + 1 < bytes.length && (bytes[index] & 0xff) == MARK && (bytes[index + 1] & 0xff) == marker;
    }
}
