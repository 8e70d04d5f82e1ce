// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegEncoderTest {
    @ParameterizedTest
    @CsvSource({"640,480", "641,479", "160,120", "1280,720"})
    void anotherDecoderSeesThePicture(int width, int height) throws IOException {
        PictureLayout layout = new PictureLayout(width, height);
        Picture picture = Pictures.drawn(layout, 1_234_000_000L, 37, Look.NEUTRAL);
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(encode(layout, picture, 0.85f)));
        assertThat(decoded.getWidth()).isEqualTo(width);
        assertThat(decoded.getHeight()).isEqualTo(height);
        assertThat(meanDifference(Pictures.image(picture), decoded)).isLessThan(5);
        assertThat(new BlockCode(layout).read(Pictures.luma(decoded), width)).hasValue(37);
    }

    @Test
    void aPictureIsACompleteJfifFileWithItsTables() {
        PictureLayout layout = new PictureLayout(640, 480);
        byte[] file = encode(layout, Pictures.drawn(layout, 0, 0, Look.NEUTRAL), 0.85f);
        assertThat(file).startsWith(0xff, 0xd8, 0xff, 0xe0).endsWith(0xff, 0xd9);
        assertThat(new String(file, 6, 5, StandardCharsets.US_ASCII)).isEqualTo("JFIF\0");
        List<Integer> markers = markers(file);
        assertThat(markers).startsWith(0xe0).endsWith(0xda).contains(0xdb, 0xc4, 0xc0);
        assertThat(markers).doesNotContain(0xee); // Adobe's marker would say what JFIF says already
        int frame = segment(file, 0xc0);
        assertThat(file[frame + 9]).as("components").isEqualTo((byte) 3);
        assertThat(file[frame + 11])
                .as("sampling of luma: twice as wide and high as colour")
                .isEqualTo((byte) 0x22);
    }

    @Test
    void encodesAgainAndAgainIntoTheSameBuffer() {
        PictureLayout layout = new PictureLayout(320, 240);
        Picture picture = Pictures.drawn(layout, 0, 0, Look.NEUTRAL);
        try (JpegEncoder encoder = new JpegEncoder(layout, 0.85f)) {
            ByteBuffer first = ByteBuffer.allocateDirect(encoder.maxSize());
            encoder.encode(picture, first);
            first.flip();
            ByteBuffer again = ByteBuffer.allocateDirect(encoder.maxSize());
            for (int i = 0; i < 3; i++) {
                again.clear();
                encoder.encode(picture, again);
            }
            assertThat(again.flip()).isEqualTo(first);
        }
    }

    @Test
    void aBufferThatIsTooSmallIsAnErrorAndTheNextPictureIsWhole() {
        PictureLayout layout = new PictureLayout(320, 240);
        Picture picture = Pictures.drawn(layout, 0, 0, Look.NEUTRAL);
        try (JpegEncoder encoder = new JpegEncoder(layout, 0.85f)) {
            assertThatThrownBy(() -> encoder.encode(picture, ByteBuffer.allocate(1000)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("does not fit in 1000 bytes");
            ByteBuffer whole = ByteBuffer.allocate(encoder.maxSize());
            encoder.encode(picture, whole);
            byte[] file = new byte[whole.flip().remaining()];
            whole.get(file);
            assertThat(file).isEqualTo(encode(layout, picture, 0.85f));
        }
    }

    @Test
    void closesTwice() {
        JpegEncoder encoder = new JpegEncoder(new PictureLayout(64, 48), 0.85f);
        encoder.close();
        encoder.close();
        assertThat(encoder.maxSize()).isPositive();
    }

    private static byte[] encode(PictureLayout layout, Picture picture, float quality) {
        try (JpegEncoder encoder = new JpegEncoder(layout, quality)) {
            ByteBuffer bytes = ByteBuffer.allocate(encoder.maxSize());
            encoder.encode(picture, bytes);
            byte[] file = new byte[bytes.flip().remaining()];
            bytes.get(file);
            return file;
        }
    }

    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    private static List<Integer> markers(byte[] file) {
        List<Integer> markers = new ArrayList<>();
        int at = 2;
        while (markers.isEmpty() || markers.get(markers.size() - 1) != 0xda) {
            markers.add(file[at + 1] & 0xff);
            at += 2 + length(file, at);
        }
        return markers;
    }

    private static int segment(byte[] file, int marker) {
        int at = 2;
        while ((file[at + 1] & 0xff) != marker) {
            at += 2 + length(file, at);
        }
        return at;
    }

    private static int length(byte[] file, int at) {
        return (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
    }
}
