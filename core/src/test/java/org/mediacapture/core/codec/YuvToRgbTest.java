// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.frame.BufferFrame;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** Colours in plain Java against the formulas of the standards, computed here. */
class YuvToRgbTest {
    private final Random random = new Random(1);

    static Stream<Arguments> colorSpaces() {
        return Stream.of(ColorSpace.Matrix.values())
                .flatMap(matrix -> Stream.of(ColorSpace.Range.values()).map(range -> Arguments.of(matrix, range)));
    }

    @ParameterizedTest
    @MethodSource("colorSpaces")
    void everyColourIsWithinOneOfTheFormula(ColorSpace.Matrix matrix, ColorSpace.Range range) {
        ColorSpace space = new ColorSpace(matrix, range);
        YuvToRgb colors = YuvToRgb.of(space);
        int[] luma = new int[256];
        int[] u = new int[256];
        int[] v = new int[256];
        int[] argb = new int[256];
        int worst = 0;
        for (int pair = 0; pair < 1 << 16; pair += 7) {
            for (int y = 0; y < 256; y++) {
                luma[y] = y;
                u[y] = pair >> 8;
                v[y] = pair & 0xFF;
            }
            colors.convert(luma, u, v, argb);
            for (int y = 0; y < 256; y++) {
                worst = Math.max(worst, distance(argb[y], exact(space, y, pair >> 8, pair & 0xFF)));
            }
        }
        assertThat(worst).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"I420", "I422", "I444", "NV12", "YUYV", "GRAY8"})
    void everyPixelOfEveryPartHasTheColourOfItsSamples(PixelFormat format) {
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 2; y++) {
                for (int width = 1; width < 6; width++) {
                    assertExact(random(format, 8, 6, new PixelRect(x, y, width, 3)));
                }
            }
        }
    }

    @Test
    void rowsOfAVisiblePartMayBeLongerThanThePart() {
        assertExact(random(PixelFormat.I420, 200, 40, new PixelRect(31, 7, 155, 33)));
    }

    private static void assertExact(FrameData data) {
        PixelRect visible = data.visible();
        try (VideoFrame frame = new BufferFrame(data, 1, 1, () -> {}, Rig.codecs()).open()) {
            ByteBuffer bgra = new JavaConverter()
                    .convert(frame, PixelFormat.BGRA, visible.width(), visible.height())
                    .data()
                    .planes()
                    .get(0)
                    .buffer();
            for (int y = 0; y < visible.height(); y++) {
                for (int x = 0; x < visible.width(); x++) {
                    int at = (y * visible.width() + x) * 4;
                    int actual = (bgra.get(at + 2) & 0xFF) << 16 | (bgra.get(at + 1) & 0xFF) << 8 | bgra.get(at) & 0xFF;
                    assertThat(distance(actual, expected(data, visible.x() + x, visible.y() + y)))
                            .as("%s at %d, %d of %s", data.format(), x, y, visible)
                            .isLessThanOrEqualTo(1);
                    assertThat(bgra.get(at + 3)).isEqualTo((byte) 255);
                }
            }
        }
    }

    private static int expected(FrameData data, int x, int y) {
        int half = x / 2;
        return switch (data.format()) {
            case I420 -> exact(data, at(data, 0, x, y), at(data, 1, half, y / 2), at(data, 2, half, y / 2));
            case I422 -> exact(data, at(data, 0, x, y), at(data, 1, half, y), at(data, 2, half, y));
            case I444 -> exact(data, at(data, 0, x, y), at(data, 1, x, y), at(data, 2, x, y));
            case NV12 -> exact(data, at(data, 0, x, y), at(data, 1, half * 2, y / 2), at(data, 1, half * 2 + 1, y / 2));
            case YUYV -> exact(data, at(data, 0, x * 2, y), at(data, 0, half * 4 + 1, y), at(data, 0, half * 4 + 3, y));
            default -> exact(data, at(data, 0, x, y), 128, 128);
        };
    }

    private static int at(FrameData data, int plane, int offset, int row) {
        Plane bytes = data.planes().get(plane);
        return bytes.buffer().get(row * bytes.rowStride() + offset) & 0xFF;
    }

    private static int exact(FrameData data, int y, int u, int v) {
        return exact(data.colorSpace(), y, u, v);
    }

    /** The colour 0xRRGGBB by the formula. */
    private static int exact(ColorSpace space, int y, int u, int v) {
        double red = switch (space.matrix()) {
            case BT709 -> 0.2126;
            case BT2020 -> 0.2627;
            case BT601, RGB -> 0.299;
        };
        double blue = switch (space.matrix()) {
            case BT709 -> 0.0722;
            case BT2020 -> 0.0593;
            case BT601, RGB -> 0.114;
        };
        boolean limited = space.range() == ColorSpace.Range.LIMITED;
        double light = limited ? (y - 16) * 255.0 / 219 : y;
        double blueDifference = (u - 128) * (limited ? 255.0 / 224 : 1);
        double redDifference = (v - 128) * (limited ? 255.0 / 224 : 1);
        double r = light + 2 * (1 - red) * redDifference;
        double b = light + 2 * (1 - blue) * blueDifference;
        double g = (light - red * r - blue * b) / (1 - red - blue);
        return clamp(r) << 16 | clamp(g) << 8 | clamp(b);
    }

    private static int clamp(double value) {
        return (int) Math.rint(Math.min(Math.max(value, 0), 255));
    }

    private static int distance(int one, int other) {
        int distance = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            distance = Math.max(distance, Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF)));
        }
        return distance;
    }

    private FrameData random(PixelFormat format, int width, int height, PixelRect visible) {
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < format.planes(); plane++) {
            int pixelStride = switch (format) {
                case YUYV -> 2;
                case NV12 -> plane + 1;
                default -> 1;
            };
            int rowStride = format.planeWidth(plane, width) * pixelStride + 6;
            byte[] bytes = new byte[rowStride * format.planeHeight(plane, height)];
            random.nextBytes(bytes);
            planes.add(new Plane(ByteBuffer.wrap(bytes), rowStride, pixelStride));
        }
        return new FrameData(format, planes, width, height, visible, 0, ColorSpace.BT601);
    }
}
