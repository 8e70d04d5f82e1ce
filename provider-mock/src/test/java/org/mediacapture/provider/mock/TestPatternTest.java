// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.Point2D;

class TestPatternTest {
    private static final PictureLayout VGA = new PictureLayout(640, 480);
    private static final Look INITIAL = Look.NEUTRAL;
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({"640,480", "641,479", "320,240", "64,48", "480,640"})
    void whatAPictureShowedBeforeDoesNotMatter(int width, int height) {
        PictureLayout layout = new PictureLayout(width, height);
        TestPattern pattern = new TestPattern(layout, new Sceneries(), "Mock camera", "test");
        Picture used = Pictures.blank(layout);
        Picture other = Pictures.blank(layout);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            long elapsed = random.nextLong(4_000_000_000_000_000L);
            long frame = random.nextLong(1L << 34);
            Look values = random.nextBoolean() ? INITIAL : anyLook(random);
            Picture target = random.nextBoolean() ? used : other;
            pattern.draw(target, elapsed, frame, values);
            Picture fresh = Pictures.blank(layout);
            new TestPattern(layout, new Sceneries(), "Mock camera", "test").draw(fresh, elapsed, frame, values);
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
        TestPattern pattern = new TestPattern(VGA, new Sceneries(), "Mock camera", "test");
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
    @CsvSource({
        "exposureTime,1000",
        "exposureTime,5",
        "colorTemperature,2500",
        "colorTemperature,10000",
        "iso,3200",
        "brightness,100",
        "brightness,-100",
        "contrast,0",
        "contrast,200",
        "saturation,0",
        "saturation,200",
        "sharpness,10",
        "focusDistance,0.1",
        "focusDistance,10",
        "pan,18000",
        "tilt,9000",
        "zoom,4",
        "torch,true"
    })
    @Rule({"PX-6", "PX-7", "PX-8", "PX-9", "PX-10", "PX-11", "PX-12", "PX-13", "PX-14", "PX-15", "PX-16", "PX-17"})
    void aControlIsSeenInTheSceneAndNowhereElse(String name, String value) {
        Look look = Looks.of(name, name.equals("torch") ? (Object) true : Double.valueOf(value));
        Picture before = Pictures.drawn(VGA, SECOND, 30, INITIAL);
        Picture after = Pictures.drawn(VGA, SECOND, 30, look);
        byte[] one = Pictures.bytes(before);
        byte[] other = Pictures.bytes(after);
        assertThat(Arrays.mismatch(one, other)).isBetween(0, one.length);
        int slate = VGA.sceneHeight() * 640;
        assertThat(differences(before.luma(), after.luma(), slate, 640 * 480)).isZero();
        int chromaSlate = VGA.sceneHeight() / 2 * 320;
        assertThat(differences(before.blue(), after.blue(), chromaSlate, 320 * 240))
                .isZero();
        assertThat(differences(before.red(), after.red(), chromaSlate, 320 * 240))
                .isZero();
        assertThat(new BlockCode(VGA).read(after.luma(), 640)).hasValue(30);
    }

    @Test
    void contrastSpreadsLumaAboutTheMiddle() {
        assertThat(level(Looks.of("contrast", 0), 40, 4)).isEqualTo(128);
        int plain = level(INITIAL, 40, 4);
        assertThat(level(Looks.of("contrast", 150), 40, 4)).isEqualTo(Math.min(128 + (plain - 128) * 3 / 2, 255));
    }

    @Test
    void saturationOfZeroLeavesGrey() {
        Picture grey = Pictures.drawn(VGA, 0, 0, Looks.of("saturation", 0));
        for (int x = 0; x < 320; x++) {
            assertThat(grey.blue().get(2 * 320 + x) & 0xff).isEqualTo(128);
            assertThat(grey.red().get(2 * 320 + x) & 0xff).isEqualTo(128);
        }
    }

    @Test
    void aHigherColourTemperatureIsWarmer() {
        Picture warm = Pictures.drawn(VGA, 0, 0, Looks.of("colorTemperature", 10_000));
        Picture cold = Pictures.drawn(VGA, 0, 0, Looks.of("colorTemperature", 2500));
        int grey = 2 * 320 + 20;
        assertThat(warm.red().get(grey) & 0xff).isGreaterThan(135);
        assertThat(cold.red().get(grey) & 0xff).isLessThan(120);
        assertThat(warm.blue().get(grey) & 0xff).isLessThan(120);
        assertThat(cold.blue().get(grey) & 0xff).isGreaterThan(135);
    }

    @Test
    void twiceTheTimeAtHalfTheSensitivityIsTheSameExposure() {
        Look look = Looks.of(Map.of("exposureTime", 200.0, "iso", 100.0));
        assertThat(look.exposure()).isCloseTo(0, within(1e-9));
        assertThat(level(Looks.of("exposureTime", 200), 40, 4)).isGreaterThan(level(INITIAL, 40, 4) + 20);
        assertThat(level(Looks.of("exposureTime", 50), 40, 4)).isLessThan(level(INITIAL, 40, 4) - 20);
    }

    @Test
    void theEdgesOfBarsAreSoftOutOfFocusAndHaveHalosWhenSharpened() {
        // The edge between the first two bars, whose lumas are 200 and 173.
        assertThat(steepest(INITIAL)).isGreaterThan(20);
        assertThat(steepest(Looks.of("focusDistance", 0.1))).isLessThan(6);
        assertThat(steepest(Looks.of("sharpness", 10))).isGreaterThan(steepest(INITIAL) + 10);
    }

    @Test
    void tiltUpwardsMovesTheSceneDown() {
        // A tenth of the scene's height, 37 rows; the middle of the first band and that of the second.
        Picture tilted = Pictures.drawn(VGA, 0, 0, Looks.of("tilt", 5400));
        Picture straight = Pictures.drawn(VGA, 0, 0, INITIAL);
        for (int y : new int[] {230, 262}) {
            assertThat(tilted.luma().get((y + 37) * 640 + 20))
                    .isEqualTo(straight.luma().get(y * 640 + 20));
        }
        assertThat(level(Looks.of("tilt", 5400), 2, 2))
                .as("the foot of the scene follows")
                .isGreaterThan(245);
        assertThat(tilted.luma().get(267 * 640 + 20))
                .isNotEqualTo(straight.luma().get(267 * 640 + 20));
    }

    @Test
    @Rule("PX-4")
    void pointsOfInterestAreMarkedWhereTheyAre() {
        Picture marked = Pictures.drawn(VGA, 0, 0, Looks.of("pointsOfInterest", List.of(new Point2D(0.9, 0.05))));
        int x = (int) Math.round(0.9 * 639);
        int y = (int) Math.round(0.05 * 479);
        assertThat(marked.luma().get(y * 640 + x) & 0xff).isEqualTo(255);
        assertThat(marked.luma().get(y * 640 + x + 6) & 0xff).isEqualTo(255);
        assertThat(marked.luma().get((y + 5) * 640 + x + 6) & 0xff).isLessThan(100);
        Picture below = Pictures.drawn(VGA, 0, 0, Looks.of("pointsOfInterest", List.of(new Point2D(0.5, 0.95))));
        assertThat(new BlockCode(VGA).read(below.luma(), 640)).hasValue(0);
    }

    @Test
    void theTorchLightsTheMiddleAndNotTheCorners() {
        Look lit = Looks.of("torch", true);
        assertThat(level(lit, 320, 120)).isGreaterThan(level(INITIAL, 320, 120) + 20);
        assertThat(level(lit, 4, 4)).isEqualTo(level(INITIAL, 4, 4));
    }

    @Test
    void brightnessMovesLumaByItsValue() {
        for (int brightness : new int[] {-100, -7, 3, 100}) {
            Picture picture = Pictures.drawn(VGA, 0, 0, Looks.of("brightness", brightness));
            int plain = Pictures.drawn(VGA, 0, 0, INITIAL).luma().get(4 * 640 + 120) & 0xff;
            int expected = Math.min(Math.max(plain + brightness, 0), 255);
            assertThat(picture.luma().get(4 * 640 + 120) & 0xff).isEqualTo(expected);
        }
    }

    @Test
    void zoomMakesBarsWiderByItsRatio() {
        assertThat(barWidth(INITIAL)).isEqualTo(80);
        assertThat(barWidth(Looks.of("zoom", 2))).isEqualTo(160);
        assertThat(barWidth(Looks.of("zoom", 2.5))).isEqualTo(200);
    }

    @Test
    void panToTheRightMovesTheSceneToTheLeft() {
        // 36000 arc seconds are half of the scene: what was in the middle is at the left edge, and the circle is split.
        Picture turned = Pictures.drawn(VGA, 0, 0, Looks.of("pan", 36_000));
        Picture straight = Pictures.drawn(VGA, 0, 0, INITIAL);
        for (int x = 0; x < 320; x++) {
            assertThat(turned.luma().get(4 * 640 + x)).isEqualTo(straight.luma().get(4 * 640 + x + 320));
            assertThat(turned.luma().get(4 * 640 + x + 320))
                    .isEqualTo(straight.luma().get(4 * 640 + x));
        }
    }

    @Test
    void panByAWholeTurnShowsTheSameScene() {
        Picture left = Pictures.drawn(VGA, SECOND, 0, Looks.of("pan", -36_000));
        Picture right = Pictures.drawn(VGA, SECOND, 0, Looks.of("pan", 36_000));
        assertThat(Pictures.bytes(left)).isEqualTo(Pictures.bytes(right));
    }

    /** The least of several rounds, since the first ones are not compiled yet. */
    @ParameterizedTest
    @CsvSource({"640,480", "1920,1080"})
    void drawingAFrameAllocatesNothing(int width, int height) {
        PictureLayout layout = new PictureLayout(width, height);
        TestPattern pattern = new TestPattern(layout, new Sceneries(), "Mock camera", "test");
        Picture picture = new Picture(layout, ByteBuffer.allocateDirect(Picture.size(layout)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            draw(pattern, picture, 200);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least / 200.0).isLessThanOrEqualTo(64);
    }

    private static Look anyLook(Random random) {
        Map<String, Object> values = new HashMap<>();
        for (MockControl control : MockControl.values()) {
            if (control.standard().capability() instanceof MediaSettingsRange range && random.nextInt(3) == 0) {
                values.put(control.propertyName(), range.min() + random.nextDouble() * (range.max() - range.min()));
            }
        }
        values.put("torch", random.nextBoolean());
        values.put("pointsOfInterest", List.of(new Point2D(random.nextDouble(), random.nextDouble())));
        return Looks.of(values);
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

    private static int level(Look look, int x, int y) {
        // After a second and a half the ball is far to the right.
        return Pictures.drawn(VGA, 3 * SECOND / 2, 0, look).luma().get(y * 640 + x) & 0xff;
    }

    /** The largest difference of neighbours about the edge of the first two bars. */
    private static int steepest(Look look) {
        byte[] row = new byte[640];
        Pictures.drawn(VGA, 3 * SECOND / 2, 0, look).luma().get(20 * 640, row);
        return IntStream.range(60, 100)
                .map(x -> Math.abs((row[x] & 0xff) - (row[x + 1] & 0xff)))
                .max()
                .orElseThrow();
    }

    private static int barWidth(Look values) {
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
