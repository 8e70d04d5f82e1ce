// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.libs.javacv.FFmpeg;

class FFmpegConverterTest {
    private final FFmpegConverter converter = new FFmpegConverter(new Workshop());

    @BeforeAll
    static void load() {
        FFmpeg.load();
    }

    static Stream<Arguments> pairs() {
        List<PixelFormat> formats = Arrays.stream(PixelFormat.values())
                .filter(format -> !format.isCompressed())
                .toList();
        List<Arguments> pairs = new ArrayList<>();
        for (PixelFormat from : formats) {
            for (PixelFormat to : formats) {
                for (ColorSpace colorSpace : PictureLayout.isRgb(from)
                        ? List.of(ColorSpace.SRGB)
                        : List.of(ColorSpace.JPEG, ColorSpace.BT601, ColorSpace.BT709)) {
                    pairs.add(Arguments.of(from, to, colorSpace));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyFormatBecomesEveryOther(PixelFormat from, PixelFormat to, ColorSpace colorSpace) {
        TestFrame frame = TestPictures.frame(soft(95, 63), from, colorSpace, true);
        BufferedImage expected = TestPictures.image(frame.data());

        LentFrame converted = converter.convert(frame, to, 95, 63);

        assertThat(converted.data().format()).isEqualTo(to);
        assertThat(converted.data().colorSpace()).isEqualTo(PictureLayout.converted(colorSpace, to));
        BufferedImage actual = TestPictures.image(converted.data());
        converted.release().run();
        boolean grey = to == PixelFormat.GRAY8;
        assertThat(TestPictures.psnr(grey ? grey(expected, converted.data().colorSpace()) : expected, actual))
                .isGreaterThan(grey || from == PixelFormat.GRAY8 ? 40 : 30);
    }

    /** The picture without its colours. */
    private static BufferedImage grey(BufferedImage picture, ColorSpace colorSpace) {
        ColorSpace full = new ColorSpace(colorSpace.matrix(), ColorSpace.Range.FULL);
        BufferedImage grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int luma = TestPictures.yuv(picture.getRGB(x, y), full)[0];
                grey.setRGB(x, y, luma << 16 | luma << 8 | luma);
            }
        }
        return grey;
    }

    @Test
    void aPictureIsScaled() {
        BufferedImage picture = TestPictures.colourful(192, 128);
        TestFrame frame = TestPictures.frame(picture, PixelFormat.I444, ColorSpace.BT709, false);

        LentFrame converted = converter.convert(frame, PixelFormat.BGRA, 97, 51);

        BufferedImage expected = new BufferedImage(97, 51, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = expected.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, 97, 51, null);
        graphics.dispose();
        assertThat(TestPictures.psnr(expected, TestPictures.image(converted.data())))
                .isGreaterThan(25);
        assertThat(converted.data().planes().get(0).buffer().get(3)).isEqualTo((byte) 255);
        converted.release().run();
    }

    static Stream<Arguments> scaledFormats() {
        return Arrays.stream(PixelFormat.values())
                .filter(format -> !format.isCompressed())
                .flatMap(format -> Stream.of(new PixelRect(48, 32, 96, 64), new PixelRect(37, 29, 115, 81))
                        .flatMap(visible ->
                                Stream.of(2.0, 1.5, 4.0, 1.0).map(factor -> Arguments.of(format, visible, factor))));
    }

    @ParameterizedTest
    @MethodSource("scaledFormats")
    void theVisiblePartIsScaledInItsOwnFormat(PixelFormat format, PixelRect visible, double factor) {
        BufferedImage picture = soft(192, 128);
        ColorSpace colorSpace = PictureLayout.isRgb(format) ? ColorSpace.SRGB : ColorSpace.BT601;
        TestFrame frame = TestPictures.frame(picture, format, colorSpace, true).showing(visible);
        int width = (int) (visible.width() / factor);
        int height = (int) (visible.height() / factor);

        LentFrame scaled = converter.convert(frame, format, width, height);

        assertThat(scaled.data().format()).isEqualTo(format);
        assertThat(scaled.data().visible()).isEqualTo(PixelRect.ofSize(width, height));
        assertThat(scaled.data().colorSpace()).isEqualTo(colorSpace);
        BufferedImage expected = mean(TestPictures.image(frame.data()), visible, width, height);
        assertThat(TestPictures.psnr(expected, TestPictures.image(scaled.data())))
                .isGreaterThan(32);
        scaled.release().run();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void aCheckerPatternBecomesGreyWhenItShrinks(int factor) {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                picture.setRGB(x, y, (x + y) % 2 == 0 ? 0 : 0xFFFFFF);
            }
        }
        TestFrame frame = TestPictures.frame(picture, PixelFormat.I420, ColorSpace.JPEG, false);

        LentFrame scaled = converter.convert(frame, PixelFormat.I420, 64 / factor, 48 / factor);

        BufferedImage actual = TestPictures.image(scaled.data());
        for (int x = 1; x < 64 / factor - 1; x++) {
            assertThat(actual.getRGB(x, 2) & 0xFF).isBetween(120, 136);
        }
        scaled.release().run();
    }

    private static BufferedImage soft(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, 50 + x * 150 / width << 16 | 200 - y * 150 / height << 8 | 60 + (x + y) / 3);
            }
        }
        return picture;
    }

    /** A part of a picture, each pixel the mean of what it covers, computed here. */
    private static BufferedImage mean(BufferedImage picture, PixelRect part, int width, int height) {
        int fine = 8;
        BufferedImage mean = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] sums = new int[3];
                for (int sub = 0; sub < fine * fine; sub++) {
                    double fromX = (x + (sub % fine + 0.5) / fine) * part.width() / width;
                    double fromY = (y + (sub / fine + 0.5) / fine) * part.height() / height;
                    int rgb = picture.getRGB(part.x() + (int) fromX, part.y() + (int) fromY);
                    for (int component = 0; component < 3; component++) {
                        sums[component] += rgb >> 8 * component & 0xFF;
                    }
                }
                int all = fine * fine;
                mean.setRGB(x, y, sums[2] / all << 16 | sums[1] / all << 8 | sums[0] / all);
            }
        }
        return mean;
    }

    @Test
    void compressedFormatsAndImpossibleSizesAreRefused() {
        TestFrame frame = TestPictures.frame(TestPictures.colourful(8, 8), PixelFormat.I420, ColorSpace.JPEG, true);

        assertThat(converter.converts(PixelFormat.MJPEG, PixelFormat.I420)).isFalse();
        assertThat(converter.converts(PixelFormat.I420, PixelFormat.MJPEG)).isFalse();
        assertThatThrownBy(() -> converter.convert(frame, PixelFormat.MJPEG, 8, 8))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("I420 to MJPEG");
        assertThatThrownBy(() -> converter.convert(frame, PixelFormat.I420, 0, 8))
                .hasMessageContaining("0x8");
    }
}
