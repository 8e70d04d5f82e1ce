// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.libs.javacv.FFmpeg;

class FFmpegEncoderTest {
    private final FFmpegEncoder encoder = new FFmpegEncoder(new Workshop());

    @BeforeAll
    static void load() {
        FFmpeg.load();
    }

    static Stream<Arguments> formats() {
        List<Arguments> all = new ArrayList<>();
        for (PixelFormat format : PixelFormat.values()) {
            if (PictureLayout.isRgb(format)) {
                all.add(Arguments.of(format, ColorSpace.SRGB));
            } else if (!format.isCompressed()) {
                all.add(Arguments.of(format, ColorSpace.JPEG));
                all.add(Arguments.of(format, ColorSpace.BT601));
                all.add(Arguments.of(format, ColorSpace.BT709));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aJpegOfAnyFormatAndColourSpaceShowsThePicture(PixelFormat format, ColorSpace colorSpace) {
        for (boolean direct : new boolean[] {true, false}) {
            TestFrame frame = TestPictures.frame(TestPictures.colourful(192, 128), format, colorSpace, direct);

            Blob blob = encoder.encode(frame, "image/jpeg", 0.9);

            assertThat(blob.type()).isEqualTo("image/jpeg");
            assertThat(TestPictures.psnr(TestPictures.image(frame.data()), TestPictures.read(blob.bytes())))
                    .isGreaterThan(30);
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aPngOfAnyFormatAndColourSpaceShowsThePicture(PixelFormat format, ColorSpace colorSpace) {
        TestFrame frame = TestPictures.frame(TestPictures.colourful(192, 128), format, colorSpace, true);

        Blob blob = encoder.encode(frame, "image/png", 1);

        assertThat(blob.type()).isEqualTo("image/png");
        assertThat(TestPictures.psnr(TestPictures.image(frame.data()), TestPictures.read(blob.bytes())))
                .isGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oddSizesAndCroppedPartsAreRight(PixelFormat format, ColorSpace colorSpace) {
        BufferedImage whole = TestPictures.colourful(193, 131);
        TestFrame frame = TestPictures.frame(whole, format, colorSpace, true);
        assertShows(frame, PixelRect.ofSize(193, 131), 30);
        assertShows(frame, new PixelRect(24, 16, 100, 80), 30);
        // Colour that is shared by two pixels lies half a pixel off when a part begins between them.
        assertShows(frame, new PixelRect(25, 17, 100, 80), 22);
        assertShows(frame, new PixelRect(25, 17, 99, 79), 22);
    }

    private void assertShows(TestFrame frame, PixelRect part, double likeness) {
        BufferedImage expected =
                TestPictures.image(frame.data()).getSubimage(part.x(), part.y(), part.width(), part.height());

        byte[] file = encoder.encode(frame.showing(part), "image/png", 1).bytes();

        BufferedImage actual = TestPictures.read(file);
        assertThat(actual.getWidth()).isEqualTo(part.width());
        assertThat(actual.getHeight()).isEqualTo(part.height());
        assertThat(TestPictures.psnr(expected, actual)).isGreaterThan(likeness);
    }

    @Test
    void whiteIsWhiteAndRedIsRedWhateverTheRange() {
        for (ColorSpace colorSpace : List.of(ColorSpace.JPEG, ColorSpace.BT601, ColorSpace.BT709)) {
            TestFrame frame = TestPictures.frame(plain(Color.WHITE), PixelFormat.I420, colorSpace, true);
            assertClose(TestPictures.read(encoder.encode(frame, "image/jpeg", 1).bytes()), Color.WHITE);
            frame = TestPictures.frame(plain(new Color(200, 30, 20)), PixelFormat.I420, colorSpace, true);
            assertClose(TestPictures.read(encoder.encode(frame, "image/jpeg", 1).bytes()), new Color(200, 30, 20));
        }
    }

    private static BufferedImage plain(Color color) {
        BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 32 * 32; i++) {
            image.setRGB(i % 32, i / 32, color.getRGB());
        }
        return image;
    }

    private static void assertClose(BufferedImage image, Color expected) {
        Color actual = new Color(image.getRGB(16, 16));
        assertThat(actual.getRed()).isBetween(expected.getRed() - 4, expected.getRed() + 4);
        assertThat(actual.getGreen()).isBetween(expected.getGreen() - 4, expected.getGreen() + 4);
        assertThat(actual.getBlue()).isBetween(expected.getBlue() - 4, expected.getBlue() + 4);
    }

    @Test
    void aJpegIsACompleteJfifFile() {
        byte[] file = encoder.encode(frame(), "image/jpeg", 0.5).bytes();

        assertThat(file).startsWith(0xFF, 0xD8, 0xFF, 0xE0).endsWith(0xFF, 0xD9);
        String text = new String(file, StandardCharsets.ISO_8859_1);
        assertThat(text.substring(6, 10)).isEqualTo("JFIF");
        assertThat(text).contains("\u00FF\u00C4").doesNotContain("Lavc");
    }

    @Test
    void betterQualityMakesLargerFilesAndTruerPictures() {
        BufferedImage picture = TestPictures.colourful(320, 240);
        TestFrame frame = TestPictures.frame(picture, PixelFormat.I444, ColorSpace.JPEG, true);
        int size = 0;
        double likeness = 0;
        for (double quality : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            byte[] file = encoder.encode(frame, "image/jpeg", quality).bytes();
            assertThat(file.length).isGreaterThan(size);
            assertThat(TestPictures.psnr(picture, TestPictures.read(file))).isGreaterThan(likeness);
            size = file.length;
            likeness = TestPictures.psnr(picture, TestPictures.read(file));
        }
        assertThat(likeness).isGreaterThan(40);
    }

    @Test
    void whatIsNotPossibleIsSaid() {
        assertThat(encoder.encodes(PixelFormat.I420, "image/jpeg")).isTrue();
        assertThat(encoder.encodes(PixelFormat.I420, "image/webp")).isFalse();
        assertThat(encoder.encodes(PixelFormat.MJPEG, "image/jpeg")).isFalse();
        assertThatThrownBy(() -> encoder.encode(frame(), "image/webp", 1))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(ErrorName.OPERATION))
                .hasMessageContaining("image/webp")
                .hasMessageContaining("[image/jpeg, image/png]");
        assertThatThrownBy(() -> encoder.encode(frame(), "image/jpeg", Double.NaN))
                .hasMessageContaining("quality: NaN");
        assertThatThrownBy(() -> encoder.encode(frame(), "image/jpeg", 1.5)).hasMessageContaining("quality: 1.5");
    }

    @Test
    void severalThreadsEncodeAtOnce() throws Exception {
        byte[] expected = encoder.encode(frame(), "image/jpeg", 0.8).bytes();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> files = Stream.generate(() -> threads.submit(
                            () -> encoder.encode(frame(), "image/jpeg", 0.8).bytes()))
                    .limit(40)
                    .toList();
            for (Future<byte[]> file : files) {
                assertThat(file.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static TestFrame frame() {
        return TestPictures.frame(TestPictures.colourful(160, 120), PixelFormat.I420, ColorSpace.BT601, true);
    }
}
