// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestPatternTest {
    private static final PictureLayout VGA = new PictureLayout(640, 480);
    private static final ControlValues INITIAL = ControlValues.INITIAL;
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({"640,480", "641,479", "320,240", "64,48", "480,640"})
    void whatAPictureShowedBeforeDoesNotMatter(int width, int height) {
        PictureLayout layout = new PictureLayout(width, height);
        TestPattern pattern = new TestPattern(layout, "Mock camera", "test");
        Picture used = Pictures.blank(layout);
        Picture other = Pictures.blank(layout);
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            long elapsed = random.nextLong(4_000_000_000_000_000L);
            long frame = random.nextLong(1L << 34);
            ControlValues values = random.nextBoolean()
                    ? INITIAL
                    : INITIAL.with(MockControl.ZOOM, 1 + random.nextInt(31) / 10.0)
                            .with(MockControl.BRIGHTNESS, random.nextInt(201) - 100)
                            .with(MockControl.PAN, (random.nextInt(201) - 100) * 360);
            Picture target = random.nextBoolean() ? used : other;
            pattern.draw(target, elapsed, frame, values);
            Picture fresh = Pictures.blank(layout);
            new TestPattern(layout, "Mock camera", "test").draw(fresh, elapsed, frame, values);
            assertThat(Pictures.bytes(target)).isEqualTo(Pictures.bytes(fresh));
        }
    }

    @Test
    void showsTheColourBarsInTheirOrder() {
        Picture picture = Pictures.drawn(VGA, 0, 0, INITIAL);
        int[] bars = {0xc8c8c8, 0xc8c000, 0x00c0c0, 0x00c000, 0xc000c0, 0xc81414, 0x1414c8, 0x101010};
        for (int i = 0; i < bars.length; i++) {
            int seen = Pictures.rgb(picture, 40 + 80 * i, 4);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(seen >> shift & 0xff)
                        .isBetween((bars[i] >> shift & 0xff) - 3, (bars[i] >> shift & 0xff) + 3);
            }
        }
    }

    @Test
    void theGreyRampGrowsFromBlackToWhite() {
        Picture picture = Pictures.drawn(VGA, 0, 0, INITIAL);
        int y = (int) (0.83 * VGA.sceneHeight());
        int last = -1;
        for (int x = 0; x < 640; x++) {
            if (Math.abs(x - 320) < 150) {
                continue; // there lies the circle
            }
            int level = picture.luma().get(y * 640 + x) & 0xff;
            assertThat(level).isGreaterThanOrEqualTo(last);
            last = level;
        }
        assertThat(last).isEqualTo(255);
    }

    @Test
    void theBallMovesSmoothly() {
        TestPattern pattern = new TestPattern(VGA, "Mock camera", "test");
        Picture picture = Pictures.blank(VGA);
        double last = Double.NaN;
        for (int i = 0; i <= 30; i++) {
            pattern.draw(picture, i * SECOND / 30, 0, INITIAL);
            double now = brightestOrange(picture);
            if (i > 0) {
                assertThat(now - last).as("step %d", i).isBetween(4.0, 14.0);
            }
            last = now;
            if (i == 20) {
                break; // there the ball begins to turn back
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aControlChangesTheSceneAndNothingElse(int index) {
        MockControl control = MockControl.values()[index];
        Picture before = Pictures.drawn(VGA, SECOND, 30, INITIAL);
        Picture after = Pictures.drawn(
                VGA, SECOND, 30, INITIAL.with(control, control.range().max() / 2));
        int slate = VGA.sceneHeight() * 640;
        assertThat(differences(before.luma(), after.luma(), 0, slate)).isGreaterThan(slate / 4);
        assertThat(differences(before.luma(), after.luma(), slate, 640 * 480)).isZero();
        int chromaSlate = VGA.sceneHeight() / 2 * 320;
        assertThat(differences(before.blue(), after.blue(), chromaSlate, 320 * 240))
                .isZero();
        assertThat(differences(before.red(), after.red(), chromaSlate, 320 * 240))
                .isZero();
    }

    @Test
    void brightnessMovesLumaByItsValue() {
        for (int brightness : new int[] {-100, -7, 3, 100}) {
            Picture picture = Pictures.drawn(VGA, 0, 0, INITIAL.with(MockControl.BRIGHTNESS, brightness));
            int plain = Pictures.drawn(VGA, 0, 0, INITIAL).luma().get(4 * 640 + 120) & 0xff;
            int expected = Math.min(Math.max(plain + brightness, 0), 255);
            assertThat(picture.luma().get(4 * 640 + 120) & 0xff).isEqualTo(expected);
        }
    }

    @Test
    void zoomMakesBarsWiderByItsRatio() {
        assertThat(barWidth(INITIAL)).isEqualTo(80);
        assertThat(barWidth(INITIAL.with(MockControl.ZOOM, 2))).isEqualTo(160);
        assertThat(barWidth(INITIAL.with(MockControl.ZOOM, 2.5))).isEqualTo(200);
    }

    @Test
    void panToTheRightMovesTheSceneToTheLeft() {
        // 36000 arc seconds are half of the scene: what was in the middle is at the left edge, and the circle is split.
        Picture turned = Pictures.drawn(VGA, 0, 0, INITIAL.with(MockControl.PAN, 36_000));
        Picture straight = Pictures.drawn(VGA, 0, 0, INITIAL);
        for (int x = 0; x < 320; x++) {
            assertThat(turned.luma().get(4 * 640 + x)).isEqualTo(straight.luma().get(4 * 640 + x + 320));
            assertThat(turned.luma().get(4 * 640 + x + 320))
                    .isEqualTo(straight.luma().get(4 * 640 + x));
        }
    }

    @Test
    void panByAWholeTurnShowsTheSameScene() {
        Picture left = Pictures.drawn(VGA, SECOND, 0, INITIAL.with(MockControl.PAN, -36_000));
        Picture right = Pictures.drawn(VGA, SECOND, 0, INITIAL.with(MockControl.PAN, 36_000));
        assertThat(Pictures.bytes(left)).isEqualTo(Pictures.bytes(right));
    }

    @ParameterizedTest
    @CsvSource({"640,480", "1920,1080"})
    void drawingAFrameAllocatesNothing(int width, int height) {
        PictureLayout layout = new PictureLayout(width, height);
        TestPattern pattern = new TestPattern(layout, "Mock camera", "test");
        Picture picture = new Picture(layout, ByteBuffer.allocateDirect(Picture.size(layout)));
        draw(pattern, picture, 200);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        draw(pattern, picture, 300);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 300.0).isLessThanOrEqualTo(64);
    }

    private static void draw(TestPattern pattern, Picture picture, int frames) {
        for (int i = 0; i < frames; i++) {
            pattern.draw(picture, i * SECOND / 30, i, INITIAL);
        }
    }

    /** The mean column of the pixels with the colour of the ball, which nothing else in the picture has. */
    private static double brightestOrange(Picture picture) {
        long sum = 0;
        long count = 0;
        for (int y = 0; y < VGA.sceneHeight() - 20; y++) {
            for (int x = 0; x < 640; x++) {
                int rgb = Pictures.rgb(picture, x, y);
                int green = rgb >> 8 & 0xff;
                int blue = rgb & 0xff;
                if ((rgb >> 16) > 220 && green > 80 && green < 140 && blue > 40 && blue < 100) {
                    sum += x;
                    count++;
                }
            }
        }
        assertThat(count).isGreaterThan(500);
        return (double) sum / count;
    }

    private static int barWidth(ControlValues values) {
        byte[] row = new byte[640];
        // After a second and a half the ball is far to the right.
        Pictures.drawn(VGA, 3 * SECOND / 2, 0, values).luma().get(0, row);
        int[] edges = IntStream.range(1, 640).filter(x -> row[x] != row[x - 1]).toArray();
        int[] widths = new int[edges.length - 1];
        Arrays.setAll(widths, i -> edges[i + 1] - edges[i]);
        return Arrays.stream(widths).max().orElseThrow();
    }

    private static int differences(ByteBuffer one, ByteBuffer other, int from, int to) {
        int differences = 0;
        for (int i = from; i < to; i++) {
            differences += one.get(i) == other.get(i) ? 0 : 1;
        }
        return differences;
    }
}
