// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.frame.CropAndScale.Fit;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;

/** The geometry of cropping and scaling. */
@Rule("RES-3")
class CropAndScaleTest {
    private static final int TRIALS = 20_000;

    @ParameterizedTest
    @CsvSource({
        // camera, output, part that is used, size that comes out
        "1280, 720, 1280, 720, 0, 0, 1280, 720, 1280, 720",
        "1280, 720, 640, 360, 0, 0, 1280, 720, 640, 360",
        "1280, 720, 960, 720, 160, 0, 960, 720, 960, 720",
        "1280, 720, 320, 240, 160, 0, 960, 720, 320, 240",
        "640, 480, 640, 360, 0, 60, 640, 360, 640, 360",
        "640, 480, 480, 480, 80, 0, 480, 480, 480, 480",
        "640, 480, 1, 1, 80, 0, 480, 480, 1, 1",
        // too small: as large as it is
        "640, 480, 1280, 720, 0, 60, 640, 360, 640, 360",
        "640, 480, 640, 960, 160, 0, 320, 480, 320, 480",
        "1280, 480, 1280, 720, 212, 0, 853, 480, 853, 480",
    })
    void theCentredPartOfTheOutputsAspectRatioIsUsed(
            int cameraWidth,
            int cameraHeight,
            int width,
            int height,
            int x,
            int y,
            int cropWidth,
            int cropHeight,
            int newWidth,
            int newHeight) {
        Fit fit = new CropAndScale(width, height).fit(PixelFormat.I420, PixelRect.ofSize(cameraWidth, cameraHeight));

        assertThat(fit).isEqualTo(new Fit(new PixelRect(x, y, cropWidth, cropHeight), newWidth, newHeight));
        assertThat(fit.scales()).isEqualTo(cropWidth != newWidth);
    }

    @ParameterizedTest
    @CsvSource({
        "I420, 2, 0",
        "NV12, 2, 0",
        "I422, 2, 1",
        "YUYV, 2, 1",
        "I444, 3, 1",
        "BGR24, 3, 1",
        "BGRA, 3, 1",
        "GRAY8, 3, 1"
    })
    void aPartBeginsWithAWholeSampleOfColour(PixelFormat format, int x, int y) {
        PixelRect camera = PixelRect.ofSize(16, 16);

        assertThat(new CropAndScale(10, 16).fit(format, camera).crop()).isEqualTo(new PixelRect(x, 0, 10, 16));
        assertThat(new CropAndScale(16, 14).fit(format, camera).crop()).isEqualTo(new PixelRect(0, y, 16, 14));
    }

    @Test
    void aVisiblePartOfTheCamerasPictureIsTheWholeThatCounts() {
        Fit fit = new CropAndScale(4, 8).fit(PixelFormat.I420, new PixelRect(3, 5, 8, 8));

        assertThat(fit.crop()).as("even where there is room").isEqualTo(new PixelRect(4, 5, 4, 8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsEverEnlargedOrStretchedAndNothingInvisibleIsUsed(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < TRIALS; trial++) {
            PixelFormat format = PixelFormat.values()[random.nextInt(PixelFormat.values().length)];
            PixelRect seen = new PixelRect(
                    random.nextInt(20), random.nextInt(20), 1 + random.nextInt(2000), 1 + random.nextInt(2000));
            CropAndScale output = new CropAndScale(1 + random.nextInt(2000), 1 + random.nextInt(2000));

            Fit fit = output.fit(format, seen);

            String what = output + " of " + seen + ": " + fit;
            PixelRect crop = fit.crop();
            assertThat(crop.x() >= seen.x() && crop.x() + crop.width() <= seen.x() + seen.width())
                    .as(what)
                    .isTrue();
            assertThat(crop.y() >= seen.y() && crop.y() + crop.height() <= seen.y() + seen.height())
                    .as(what)
                    .isTrue();
            assertThat(fit.width() <= crop.width() && fit.height() <= crop.height())
                    .as(what)
                    .isTrue();
            assertThat(fit.width() <= output.width() && fit.height() <= output.height())
                    .as(what)
                    .isTrue();
            boolean large = seen.width() >= output.width() && seen.height() >= output.height();
            assertThat(fit.width() == output.width() && fit.height() == output.height())
                    .as(what)
                    .isEqualTo(large);
            assertThat(crop.width() == seen.width() || crop.height() == seen.height())
                    .as(what)
                    .isTrue();
            // to half a pixel
            double expected = (double) crop.height() * output.width() / output.height();
            double slack = 0.5 * Math.max(1, (double) output.width() / output.height()) + 0.5;
            if (expected >= 1 && crop.height() > 1) {
                assertThat((double) crop.width()).as(what).isCloseTo(expected, within(slack));
            }
            assertThat(Math.abs(2 * crop.x() + crop.width() - 2 * seen.x() - seen.width()))
                    .as("off the middle: %s", what)
                    .isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aSizeOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropAndScale(0, 480))
                .withMessageContaining("0x480");
    }
}
