// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** The codecs that are always there: every format, the right colours, and a next one when one fails. */
class CodecTest {
    private static final int WIDTH = 18;
    private static final int HEIGHT = 10;
    private static final int STRIDE_PADDING = 6;

    private final AtomicInteger releases = new AtomicInteger();
    private final Codecs codecs = Rig.codecs();

    @ParameterizedTest
    @EnumSource(value = PixelFormat.class, names = "MJPEG", mode = EnumSource.Mode.EXCLUDE)
    void everyUncompressedFormatBecomesBgraAndAFile(PixelFormat format) {
        // limited-range BT.601 samples of a strong red; grey has luma only
        try (VideoFrame frame = uniform(format, ColorSpace.BT601)) {
            try (VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
                assertThat(bgra.format()).isEqualTo(PixelFormat.BGRA);
                assertThat(bgra.visible()).isEqualTo(PixelRect.ofSize(WIDTH, HEIGHT));
                assertColor(Bitmap.of(bgra).toBufferedImage(), expected(format));
            }
            assertColor(Jpegs.read(codecs.encode(frame, "image/png", 1).bytes()), expected(format));
            Blob jpeg = codecs.encode(frame, "image/jpeg", 1);
            assertThat(jpeg.type()).isEqualTo("image/jpeg");
            assertColor(Jpegs.read(jpeg.bytes()), expected(format));
        }
        assertThat(releases).hasValue(1);
    }

    @Test
    void fullAndLimitedRangeDifferAsTheyShould() {
        assertThat(rgb(ColorSpace.BT601, 16, 128, 128)).isZero();
        assertThat(rgb(ColorSpace.BT601, 235, 128, 128)).isEqualTo(0xFFFFFF);
        assertThat(rgb(ColorSpace.JPEG, 16, 128, 128)).isEqualTo(0x101010);
        assertThat(rgb(ColorSpace.JPEG, 255, 128, 128)).isEqualTo(0xFFFFFF);
    }

    @Test
    void theMatricesGiveTheirPrimaries() {
        assertRgb(0xFF0000, rgb(ColorSpace.BT601, 81, 90, 240));
        assertRgb(0xFF0000, rgb(ColorSpace.BT709, 63, 102, 240));
        assertRgb(0x00FF00, rgb(ColorSpace.BT601, 145, 54, 34));
        assertRgb(0x0000FF, rgb(ColorSpace.BT709, 32, 240, 118));
        assertRgb(0xFF0000, rgb(new ColorSpace(ColorSpace.Matrix.BT2020, ColorSpace.Range.LIMITED), 74, 97, 240));
        assertRgb(0xFF0000, rgb(ColorSpace.JPEG, 76, 85, 255));
    }

    @Test
    void noDecoderIsAskedForAPictureOfHalfAJpeg() {
        AtomicInteger asked = new AtomicInteger();
        Codecs lenient = new Codecs(List::of, () -> List.of(lenient(asked)), List::of);
        try (VideoFrame half = mjpeg(Jpegs.HALF);
                VideoFrame whole = mjpeg(Jpegs.WHOLE)) {
            assertThatThrownBy(() -> lenient.decode(half)).hasMessageContaining("incomplete");
            assertThat(asked).hasValue(0);
            lenient.decode(whole).release().run();
            assertThat(asked).hasValue(1);
        }
    }

    private static ImageDecoder lenient(AtomicInteger asked) {
        return new ImageDecoder() {
            @Override
            public boolean decodes(PixelFormat format) {
                return true;
            }

            @Override
            public LentFrame decode(VideoFrame frame) {
                asked.incrementAndGet();
                return LentFrame.unpooled(FrameData.of(
                        PixelFormat.GRAY8, List.of(new Plane(ByteBuffer.allocate(1), 1, 1)), 1, 1, ColorSpace.SRGB));
            }
        };
    }

    @Test
    void aJpegFrameIsDecoded() {
        try (VideoFrame frame = mjpeg(Jpegs.WHOLE);
                VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            BufferedImage image = Bitmap.of(bgra).toBufferedImage();
            assertThat(image.getWidth()).isEqualTo(64);
            assertRgb(0xFF0000, image.getRGB(4, 4) & 0xFFFFFF);
            assertRgb(0x0000FF, image.getRGB(36, 27) & 0xFFFFFF);
        }
    }

    @Test
    void anIncompleteJpegFrameIsRefused() {
        try (VideoFrame frame = mjpeg(Jpegs.HALF)) {
            assertThatThrownBy(() -> frame.convert(PixelFormat.BGRA))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("incomplete");
        }
    }

    @Test
    void onlyTheVisiblePartIsConverted() {
        byte[] luma = new byte[64];
        luma[3 * 8 + 2] = (byte) 255;
        FrameData data = new FrameData(
                PixelFormat.GRAY8,
                List.of(new Plane(ByteBuffer.wrap(luma), 8, 1)),
                8,
                8,
                new PixelRect(2, 3, 4, 5),
                0,
                ColorSpace.SRGB);

        try (VideoFrame frame = frame(data);
                VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            BufferedImage image = Bitmap.of(bgra).toBufferedImage();
            assertThat(image.getWidth()).isEqualTo(4);
            assertThat(image.getHeight()).isEqualTo(5);
            assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
            assertThat(image.getRGB(1, 0)).isEqualTo(0xFF000000);
        }
    }

    @Test
    void aConverterScales() {
        try (VideoFrame frame = uniform(PixelFormat.I420, ColorSpace.BT601)) {
            LentFrame half = new JavaConverter().convert(frame, PixelFormat.BGRA, WIDTH / 2, HEIGHT / 2);
            assertThat(half.data().codedWidth()).isEqualTo(WIDTH / 2);
            assertThat(half.data().planes().get(0).buffer().remaining()).isEqualTo(WIDTH / 2 * HEIGHT / 2 * 4);
        }
    }

    @Test
    void theNextCodecIsTakenWhenOneThrows() {
        List<String> asked = new ArrayList<>();
        Codecs withBroken = new Codecs(
                () -> List.of(new BrokenEncoder(asked, new NoClassDefFoundError("gone")), new ImageIoEncoder()),
                () -> List.of(new ImageIoDecoder()),
                () -> List.of(new BrokenConverter(asked), new JavaConverter()));

        FrameData uniform = uniformData(PixelFormat.I420, ColorSpace.BT601);
        try (VideoFrame frame = new BufferFrame(uniform, 1, 1, () -> {}, withBroken).open();
                VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            assertThat(bgra.format()).isEqualTo(PixelFormat.BGRA);
            assertThat(withBroken.encode(frame, "image/jpeg", 0.5).size()).isPositive();
        }
        assertThat(asked).containsExactly("convert", "encode");
    }

    @Test
    void withoutACodecThatDoesItTheFailureSaysWhatWasAsked() {
        try (VideoFrame frame = uniform(PixelFormat.I420, ColorSpace.BT601)) {
            assertThatThrownBy(() -> codecs.encode(frame, "image/webp", 1))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("no codec can encode I420 as image/webp");
        }
    }

    @Test
    void aClosedBitmapIsEmpty() {
        try (VideoFrame frame = uniform(PixelFormat.BGRA, ColorSpace.SRGB)) {
            Bitmap bitmap = Bitmap.of(frame);
            BufferedImage image = bitmap.toBufferedImage();
            bitmap.close();
            bitmap.close();

            assertThat(bitmap.width()).isZero();
            assertThat(image.getWidth()).isEqualTo(WIDTH);
            assertThatThrownBy(bitmap::toBufferedImage).isInstanceOf(IllegalStateException.class);
        }
    }

    private VideoFrame uniform(PixelFormat format, ColorSpace space) {
        return frame(uniformData(format, space));
    }

    private static FrameData uniformData(PixelFormat format, ColorSpace space) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < format.planes(); plane++) {
            planes.add(plane(format, plane));
        }
        return FrameData.of(format, planes, WIDTH, HEIGHT, space);
    }

    /** Y 81, U 90, V 240: red in limited BT.601; packed formats have the bytes of red itself. */
    private static Plane plane(PixelFormat format, int plane) {
        byte[] group = switch (format) {
            case I420, I422, I444 -> new byte[] {(byte) new int[] {81, 90, 240}[plane]};
            case NV12 -> plane == 0 ? new byte[] {81} : new byte[] {90, (byte) 240};
            case YUYV -> new byte[] {81, 90, 81, (byte) 240};
            case BGR24 -> new byte[] {0, 0, (byte) 255};
            case BGRA -> new byte[] {0, 0, (byte) 255, (byte) 255};
            case GRAY8, MJPEG -> new byte[] {81};
        };
        int pixelStride = format == PixelFormat.YUYV ? 2 : group.length;
        int samples = format.planeWidth(plane, WIDTH) * pixelStride / group.length;
        int padding = format == PixelFormat.BGRA ? 8 : STRIDE_PADDING;
        int rowStride = format.planeWidth(plane, WIDTH) * pixelStride + padding;
        ByteBuffer bytes = ByteBuffer.allocateDirect(rowStride * format.planeHeight(plane, HEIGHT));
        for (int row = 0; row < format.planeHeight(plane, HEIGHT); row++) {
            bytes.position(row * rowStride);
            for (int sample = 0; sample < samples; sample++) {
                bytes.put(group);
            }
        }
        return new Plane(bytes.position(0), rowStride, pixelStride);
    }

    private static int expected(PixelFormat format) {
        int grey = (int) Math.rint((81 - 16) * 255.0 / 219);
        return format == PixelFormat.GRAY8 ? grey << 16 | grey << 8 | grey : 0xFF0000;
    }

    private VideoFrame mjpeg(byte[] bytes) {
        return frame(FrameData.of(
                PixelFormat.MJPEG, List.of(Plane.compressed(ByteBuffer.wrap(bytes))), 64, 48, ColorSpace.JPEG));
    }

    private VideoFrame frame(FrameData data) {
        return new BufferFrame(data, 1, 1, releases::incrementAndGet, codecs).open();
    }

    private static void assertColor(BufferedImage image, int rgb) {
        for (int[] at : new int[][] {{0, 0}, {WIDTH - 1, 0}, {0, HEIGHT - 1}, {WIDTH - 1, HEIGHT - 1}, {7, 5}}) {
            assertRgb(rgb, image.getRGB(at[0], at[1]) & 0xFFFFFF);
        }
    }

    private static int rgb(ColorSpace colorSpace, int y, int u, int v) {
        int[] argb = new int[1];
        YuvToRgb.of(colorSpace).convert(new int[] {y}, new int[] {u}, new int[] {v}, argb);
        return argb[0] & 0xFFFFFF;
    }

    private static void assertRgb(int expected, int actual) {
        for (int shift = 0; shift <= 16; shift += 8) {
            assertThat(actual >> shift & 0xFF)
                    .as("%06x, expected %06x", actual, expected)
                    .isCloseTo(expected >> shift & 0xFF, within(4));
        }
    }

    private record BrokenEncoder(List<String> asked, Error failure) implements ImageEncoder {
        @Override
        public boolean encodes(PixelFormat format, String type) {
            return true;
        }

        @Override
        public Blob encode(VideoFrame frame, String type, double quality) {
            asked.add("encode");
            throw failure;
        }
    }

    private record BrokenConverter(List<String> asked) implements FrameConverter {
        @Override
        public boolean converts(PixelFormat from, PixelFormat to) {
            return true;
        }

        @Override
        public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
            asked.add("convert");
            throw new IllegalStateException("its bundle was stopped");
        }
    }
}
