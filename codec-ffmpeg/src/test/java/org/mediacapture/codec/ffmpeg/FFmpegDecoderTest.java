// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.fixtures.Jpegs;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.libs.javacv.FFmpeg;

class FFmpegDecoderTest {
    private final FFmpegDecoder decoder = new FFmpegDecoder(new Workshop());

    @BeforeAll
    static void load() {
        FFmpeg.load();
    }

    @Test
    void aJpegOfThePlatformIsDecoded() {
        byte[] jpeg = Jpegs.encode(TestPictures.colourful(193, 131), "jpeg");

        assertShows(jpeg, TestPictures.read(jpeg));
    }

    @Test
    void aJpegWithoutHuffmanTablesIsDecoded() {
        byte[] whole = Jpegs.encode(TestPictures.colourful(192, 128), "jpeg");
        byte[] bare = Jpegs.withoutTables(whole);

        assertThat(bare.length).isLessThan(whole.length);
        assertShows(bare, TestPictures.read(whole));
    }

    @ParameterizedTest
    @EnumSource(names = {"I420", "I422", "I444"})
    void theFormatIsThatOfTheFile(PixelFormat format) {
        BufferedImage picture = TestPictures.colourful(192, 128);
        TestFrame frame = TestPictures.frame(picture, format, ColorSpace.JPEG, true);
        byte[] jpeg =
                new FFmpegEncoder(new Workshop()).encode(frame, "image/jpeg", 1).bytes();

        LentFrame decoded = decoder.decode(mjpeg(jpeg));

        assertThat(decoded.data().format()).isEqualTo(format);
        assertThat(decoded.data().colorSpace()).isEqualTo(ColorSpace.JPEG);
        decoded.release().run();
        decoded.release().run();
    }

    @Test
    void aGreyJpegIsDecoded() {
        BufferedImage grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
        grey.getGraphics().drawImage(TestPictures.colourful(64, 48), 0, 0, null);
        LentFrame decoded = decoder.decode(mjpeg(Jpegs.encode(grey, "jpeg")));

        assertThat(decoded.data().format()).isEqualTo(PixelFormat.GRAY8);
        assertThat(decoded.data().codedWidth()).isEqualTo(64);
        decoded.release().run();
    }

    @Test
    void whatIsNoJpegFails() {
        assertThatThrownBy(() -> decoder.decode(mjpeg(new byte[] {1, 2, 3})))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("cannot decode");
        assertThatThrownBy(() -> decoder.decode(mjpeg(new byte[0]))).isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> decoder.decode(
                        TestPictures.frame(TestPictures.colourful(8, 8), PixelFormat.I420, ColorSpace.JPEG, true)))
                .hasMessageContaining("I420 needs no decoding");
        assertThat(decoder.decodes(PixelFormat.MJPEG)).isTrue();
        assertThat(decoder.decodes(PixelFormat.I420)).isFalse();
    }

    private void assertShows(byte[] jpeg, BufferedImage expected) {
        LentFrame decoded = decoder.decode(mjpeg(jpeg));
        try {
            assertThat(decoded.data().codedWidth()).isEqualTo(expected.getWidth());
            assertThat(decoded.data().codedHeight()).isEqualTo(expected.getHeight());
            assertThat(TestPictures.psnr(expected, TestPictures.image(decoded.data())))
                    .isGreaterThan(30);
        } finally {
            decoded.release().run();
        }
    }

    private static TestFrame mjpeg(byte[] jpeg) {
        List<Plane> planes = List.of(Plane.compressed(ByteBuffer.wrap(jpeg)));
        return new TestFrame(FrameData.of(PixelFormat.MJPEG, planes, 640, 480, ColorSpace.JPEG));
    }
}
