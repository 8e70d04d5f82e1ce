// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameConverter;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Scaling in plain Java, and which codec does it. */
class ScalingTest {
    private static final IntBinaryOperator CHECKER = (x, y) -> (x + y) % 2 == 0 ? 0 : 255;

    private final AtomicInteger releases = new AtomicInteger();
    private final Codecs codecs = Rig.codecs();

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"MJPEG", "YUYV"},
            mode = EnumSource.Mode.EXCLUDE)
    void aCheckerPatternOfHalfTheSizeIsGreyInTheSameFormat(PixelFormat format) {
        try (VideoFrame frame = frame(format, 16, 12, CHECKER, PixelRect.ofSize(16, 12));
                VideoFrame half = scaled(frame, 8, 6)) {
            assertThat(half.format()).isEqualTo(format);
            assertThat(half.visible()).isEqualTo(PixelRect.ofSize(8, 6));
            assertThat(half.colorSpace()).isEqualTo(format == PixelFormat.BGRA ? ColorSpace.SRGB : frame.colorSpace());
            assertThat(half.sequence()).isEqualTo(5);
            assertThat(half.timestamp()).isEqualTo(55);
            for (int plane = 0; plane < format.planes(); plane++) {
                assertSamples(half, plane, 128);
            }
        }
        assertThat(releases).hasValue(1);
    }

    @Test
    void whatCannotBeScaledInItsFormatBecomesBgra() {
        try (VideoFrame frame = frame(PixelFormat.YUYV, 16, 12, (x, y) -> 128, PixelRect.ofSize(16, 12));
                VideoFrame half = scaled(frame, 8, 6)) {
            assertThat(half.format()).isEqualTo(PixelFormat.BGRA);
            int grey = Bitmap.of(half).toBufferedImage().getRGB(3, 3) & 0xFF;
            assertThat(grey).isCloseTo((int) Math.rint((128 - 16) * 255.0 / 219), within(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9, 7, 4, 3",
        "64, 48, 1, 1",
        "10, 10, 7, 9",
        "3, 3, 5, 8",
        "5, 1, 5, 1",
        "1, 1, 4, 4",
        "1921, 3, 1280, 2"
    })
    void anyRatioKeepsTheMeanOfAPicture(int width, int height, int newWidth, int newHeight) {
        IntBinaryOperator gradient = (x, y) -> 255 * (x + y) / (width + height);
        PixelRect all = PixelRect.ofSize(width, height);
        try (VideoFrame frame = frame(PixelFormat.GRAY8, width, height, gradient, all);
                VideoFrame scaled = scaled(frame, newWidth, newHeight)) {
            assertThat(mean(scaled)).isCloseTo(mean(frame), within(1.0));
        }
    }

    @Test
    void eachNewSampleIsTheMeanOfWhatItCovers() {
        try (VideoFrame frame = frame(PixelFormat.GRAY8, 3, 1, (x, y) -> 90 * x, PixelRect.ofSize(3, 1));
                VideoFrame scaled = scaled(frame, 2, 1)) {
            assertThat(scaled.plane(0).get(0) & 0xFF).as("0 and half of 90").isEqualTo(30);
            assertThat(scaled.plane(0).get(1) & 0xFF).as("half of 90 and 180").isEqualTo(150);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelFormat.class,
            names = {"I420", "NV12", "GRAY8", "BGRA"})
    void onlyTheVisiblePartIsScaled(PixelFormat format) {
        PixelRect middle = new PixelRect(4, 6, 8, 6);
        IntBinaryOperator picture = (x, y) -> x >= 4 && x < 12 && y >= 6 && y < 12 ? 200 : 10;
        IntBinaryOperator chroma = (x, y) -> x >= 2 && x < 6 && y >= 3 && y < 6 ? 200 : 10;
        boolean halved = format.planes() > 1;
        FrameData data = data(format, 16, 18, plane -> plane > 0 && halved ? chroma : picture, middle);
        try (VideoFrame frame = frame(data);
                VideoFrame scaled = scaled(frame, 4, 3)) {
            for (int plane = 0; plane < format.planes(); plane++) {
                assertSamples(scaled, plane, 200);
            }
        }
    }

    @Test
    void rotationIsKeptInEveryFormat() {
        FrameData upright = data(PixelFormat.I420, 8, 8, plane -> CHECKER, PixelRect.ofSize(8, 8));
        FrameData turned =
                new FrameData(upright.format(), upright.planes(), 8, 8, upright.visible(), 270, upright.colorSpace());
        try (VideoFrame frame = frame(turned);
                VideoFrame scaled = scaled(frame, 4, 4);
                VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            assertThat(scaled.rotation()).isEqualTo(270);
            assertThat(bgra.rotation()).isEqualTo(270);
        }
    }

    @Test
    void aJpegFrameIsDecodedAndScaled() {
        try (VideoFrame frame = jpeg(Jpegs.WHOLE, PixelRect.ofSize(64, 48));
                VideoFrame pixels = frame.pixels();
                VideoFrame scaled = scaled(pixels, 16, 12);
                VideoFrame bgra = scaled.convert(PixelFormat.BGRA)) {
            assertThat(scaled.format()).isEqualTo(PixelFormat.BGR24);
            assertThat(bgra.visible()).isEqualTo(PixelRect.ofSize(16, 12));
            assertThat(Bitmap.of(bgra).toBufferedImage().getRGB(1, 1) >> 16 & 0xFF)
                    .isGreaterThan(240);
        }
    }

    @Test
    void theVisiblePartOfAJpegFrameIsVisibleWhenItIsDecoded() {
        PixelRect part = new PixelRect(30, 24, 10, 8);
        try (VideoFrame frame = jpeg(Jpegs.WHOLE, part);
                VideoFrame decoded = frame.pixels()) {
            assertThat(decoded.visible()).isEqualTo(part);
        }
    }

    @ParameterizedTest
    @CsvSource({"image/png", "image/jpeg"})
    void aFileIsMadeOfAJpegFrame(String type) {
        try (VideoFrame frame = jpeg(Jpegs.WHOLE, PixelRect.ofSize(64, 48))) {
            BufferedImage image = Jpegs.read(codecs.encode(frame, type, 1).bytes());
            assertThat(image.getWidth()).isEqualTo(64);
            assertThat(image.getRGB(4, 4) >> 16 & 0xFF).isGreaterThan(240);
            assertThat(image.getRGB(36, 27) & 0xFF).isGreaterThan(240);
        }
    }

    @Test
    void whichFilesCanBeMadeIsKnownBefore() {
        assertThat(codecs.encodes("image/png")).isTrue();
        assertThat(codecs.encodes("image/jpeg")).isTrue();
        assertThat(codecs.encodes("image/webp")).isFalse();
        assertThat(codecs.encodes("")).isFalse();
    }

    @Test
    void bgraIsTheLastResortWhenTheFramesOwnFormatFails() {
        Codecs withBroken = new Codecs(List::of, List::of, () -> List.of(new OnlyBgra()));
        try (VideoFrame frame = frame(PixelFormat.I420, 16, 12, CHECKER, PixelRect.ofSize(16, 12));
                VideoFrame half = scaled(withBroken, frame, 8, 6)) {
            assertThat(half.format()).isEqualTo(PixelFormat.BGRA);
        }
        assertThat(releases).as("the frame and the codec's buffer").hasValue(2);
    }

    @Test
    void withoutAConverterTheFailureSaysWhatWasAsked() {
        Codecs none = new Codecs(List::of, List::of, List::of);
        try (VideoFrame frame = frame(PixelFormat.I420, 16, 12, CHECKER, PixelRect.ofSize(16, 12))) {
            assertThatThrownBy(() -> none.scale(frame, 8, 6))
                    .isInstanceOf(MediaException.class)
                    .hasMessageContaining("no codec can convert I420 to BGRA of 8x6");
        }
        assertThat(none.encodes("image/jpeg")).isFalse();
    }

    private static void assertSamples(VideoFrame frame, int plane, int expected) {
        int width = frame.format().planeWidth(plane, frame.visible().width());
        int height = frame.format().planeHeight(plane, frame.visible().height());
        int components = frame.pixelStride(plane);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width * components; x++) {
                int sample = frame.plane(plane).get(y * frame.rowStride(plane) + x) & 0xFF;
                boolean alpha = frame.format() == PixelFormat.BGRA && x % 4 == 3;
                assertThat(sample).isEqualTo(alpha ? 255 : expected);
            }
        }
    }

    private static double mean(VideoFrame grey) {
        double sum = 0;
        for (int y = 0; y < grey.visible().height(); y++) {
            for (int x = 0; x < grey.visible().width(); x++) {
                sum += grey.plane(0).get(y * grey.rowStride(0) + x) & 0xFF;
            }
        }
        return sum / grey.visible().width() / grey.visible().height();
    }

    private VideoFrame frame(PixelFormat format, int width, int height, IntBinaryOperator samples, PixelRect visible) {
        return frame(data(format, width, height, plane -> samples, visible));
    }

    private VideoFrame frame(FrameData data) {
        return new BufferFrame(data, 5, 55, releases::incrementAndGet, codecs).open();
    }

    private VideoFrame scaled(VideoFrame frame, int width, int height) {
        return scaled(codecs, frame, width, height);
    }

    private static VideoFrame scaled(Codecs with, VideoFrame frame, int width, int height) {
        LentFrame made = with.scale(frame, width, height);
        return new BufferFrame(made.data(), frame.sequence(), frame.timestamp(), made.release(), with).open();
    }

    /** A picture of which all components of a sample have the same value; rows are longer than needed. */
    private static FrameData data(
            PixelFormat format, int width, int height, IntFunction<IntBinaryOperator> samples, PixelRect visible) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < format.planes(); plane++) {
            int components = switch (format) {
                case NV12 -> plane + 1;
                case YUYV -> 2;
                case BGR24 -> 3;
                case BGRA -> 4;
                default -> 1;
            };
            int rowStride = format.planeWidth(plane, width) * components + 4;
            byte[] bytes = new byte[rowStride * format.planeHeight(plane, height)];
            for (int y = 0; y < format.planeHeight(plane, height); y++) {
                for (int x = 0; x < format.planeWidth(plane, width); x++) {
                    int at = y * rowStride + x * components;
                    Arrays.fill(bytes, at, at + components, (byte)
                            samples.apply(plane).applyAsInt(x, y));
                    if (format == PixelFormat.BGRA) {
                        bytes[at + 3] = (byte) 255;
                    }
                }
            }
            planes.add(new Plane(ByteBuffer.wrap(bytes), rowStride, components));
        }
        return new FrameData(format, planes, width, height, visible, 0, ColorSpace.BT601);
    }

    private VideoFrame jpeg(byte[] file, PixelRect visible) {
        List<Plane> planes = List.of(Plane.compressed(ByteBuffer.wrap(file)));
        return frame(new FrameData(PixelFormat.MJPEG, planes, 64, 48, visible, 0, ColorSpace.JPEG));
    }

    /** Promises everything and makes BGRA only. */
    private final class OnlyBgra implements FrameConverter {
        @Override
        public boolean converts(PixelFormat from, PixelFormat to) {
            return true;
        }

        @Override
        public LentFrame convert(VideoFrame frame, PixelFormat to, int width, int height) {
            if (to != PixelFormat.BGRA) {
                throw new IllegalStateException("its bundle was stopped");
            }
            LentFrame made = new JavaConverter().convert(frame, to, width, height);
            return new LentFrame(made.data(), releases::incrementAndGet);
        }
    }
}
