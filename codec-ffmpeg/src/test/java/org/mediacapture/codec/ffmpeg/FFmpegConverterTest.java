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
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.javacv.FFmpeg;

class FFmpegConverterTest {
    private final FFmpegConverter converter = new FFmpegConverter();

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
        TestFrame frame = TestPictures.frame(TestPictures.colourful(192, 128), from, colorSpace, true);
        BufferedImage expected = TestPictures.image(frame.data());

        LentFrame converted = converter.convert(frame, to, 192, 128);

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
