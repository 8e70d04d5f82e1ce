// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.constraint.Point2D;

class BlockCodeTest {
    private static final PictureLayout VGA = new PictureLayout(640, 480);

    /** Nothing of the scene is as it was. */
    private static final Look EVERYTHING = Looks.of(Map.of(
            "zoom", 1.7,
            "brightness", 100,
            "pan", 7200,
            "tilt", -7200,
            "contrast", 180,
            "iso", 3200,
            "focusDistance", 10,
            "sharpness", 10,
            "torch", true,
            "pointsOfInterest", List.of(new Point2D(0.5, 0.92), new Point2D(0.25, 0.95))));

    @ParameterizedTest
    @CsvSource({"64,48", "160,120", "320,240", "640,480", "641,479", "480,640", "1280,720", "1920,1080", "3840,2160"})
    void readsWhatItWroteInEverySize(int width, int height) {
        BlockCode code = new BlockCode(new PictureLayout(width, height));
        ByteBuffer luma = ByteBuffer.allocateDirect(width * height);
        for (long number : new long[] {0, 1, 2, 372, 0x55555555L, 0xaaaaaaaaL, 0xfffffffeL, 0xffffffffL}) {
            code.write(luma, number);
            assertThat(code.read(luma, width)).hasValue(number);
        }
    }

    @Test
    void writesTheLower32BitsOfALongerNumber() {
        BlockCode code = new BlockCode(VGA);
        ByteBuffer luma = ByteBuffer.allocate(640 * 480);
        code.write(luma, (7L << 32) + 5);
        assertThat(code.read(luma, 640)).hasValue(5);
    }

    /** The layout that the README tells others, written out by hand for the number 372 with its check 0x00000174. */
    @Test
    void liesWhereTheDocumentationSays() {
        ByteBuffer luma = ByteBuffer.allocate(640 * 480);
        new BlockCode(VGA).write(luma, 372);
        String upper = "10" + "00000000000000000000" + "01";
        int check = crc8Itu(new int[] {0, 0, 1, 0x74});
        String lower = "01" + "000101110100"
                + String.format("%8s", Integer.toBinaryString(check)).replace(' ', '0') + "10";
        assertThat(row(luma, 27)).isEqualTo(upper);
        assertThat(row(luma, 28)).isEqualTo(lower);
    }

    @ParameterizedTest
    @CsvSource({
        "640,480,0.3",
        "640,480,0.5",
        "640,480,0.85",
        "1280,720,0.3",
        "1280,720,0.5",
        "1280,720,0.85",
        "1920,1080,0.3",
        "1920,1080,0.5",
        "1920,1080,0.85",
        "320,240,0.5",
        "160,120,0.5"
    })
    void survivesJpeg(int width, int height, float quality) throws IOException {
        PictureLayout layout = new PictureLayout(width, height);
        for (long number : new long[] {372, 0x9e3779b9L}) {
            Picture picture = Pictures.drawn(layout, number * 1_000_000, number, EVERYTHING);
            BufferedImage received = Pictures.throughJpeg(Pictures.image(picture), quality);
            assertThat(new BlockCode(layout).read(Pictures.luma(received), width))
                    .hasValue(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"1920,1080,640,360", "1280,720,640,480", "1920,1080,320,240", "640,480,1000,700"})
    void survivesScalingOfTheWholePicture(int width, int height, int toWidth, int toHeight) {
        BufferedImage scaled = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        Picture picture = Pictures.drawn(new PictureLayout(width, height), 0, 0x12345678L, Look.NEUTRAL);
        graphics.drawImage(Pictures.image(picture), 0, 0, toWidth, toHeight, null);
        graphics.dispose();
        BlockCode code = new BlockCode(new PictureLayout(toWidth, toHeight));
        assertThat(code.read(Pictures.luma(scaled), toWidth)).hasValue(0x12345678L);
    }

    @Test
    void readsPlanesWithGapsBetweenRows() {
        ByteBuffer luma = ByteBuffer.allocate(640 * 480);
        new BlockCode(VGA).write(luma, 99);
        ByteBuffer padded = ByteBuffer.allocate(704 * 480);
        for (int y = 0; y < 480; y++) {
            padded.put(y * 704, luma, y * 640, 640);
        }
        assertThat(new BlockCode(VGA).read(padded, 704)).hasValue(99);
    }

    @Test
    void aDamagedCodeIsNotRead() {
        BlockCode code = new BlockCode(VGA);
        ByteBuffer luma = ByteBuffer.allocate(640 * 480);
        for (int column = 8; column < 32; column++) {
            code.write(luma, 372);
            for (int y = 27 * 16; y < 28 * 16; y++) {
                for (int x = column * 16; x < column * 16 + 16; x++) {
                    luma.put(y * 640 + x, (byte) (255 - (luma.get(y * 640 + x) & 0xff)));
                }
            }
            assertThat(code.read(luma, 640))
                    .as("block in column %d turned over", column)
                    .isEmpty();
        }
    }

    @Test
    void aPictureWithoutCodeHasNoNumber() {
        BlockCode code = new BlockCode(VGA);
        ByteBuffer luma = ByteBuffer.allocate(640 * 480);
        assertThat(code.read(luma, 640)).as("black").isEqualTo(OptionalLong.empty());
        byte[] noise = new byte[640 * 480];
        new Random(1).nextBytes(noise);
        assertThat(code.read(ByteBuffer.wrap(noise), 640)).as("noise").isEqualTo(OptionalLong.empty());
    }

    private static String row(ByteBuffer luma, int gridRow) {
        StringBuilder bits = new StringBuilder();
        for (int column = 8; column < 32; column++) {
            int level = luma.get((gridRow * 16 + 8) * 640 + column * 16 + 8) & 0xff;
            bits.append(level == 235 ? '1' : level == 16 ? '0' : '?');
        }
        return bits.toString();
    }

    private static int crc8Itu(int[] bytes) {
        int crc = 0;
        for (int value : bytes) {
            for (int bit = 7; bit >= 0; bit--) {
                int feedback = (crc >> 7 ^ value >> bit) & 1;
                crc = crc << 1 & 0xff ^ (feedback == 1 ? 0x07 : 0);
            }
        }
        return crc ^ 0x55;
    }
}
