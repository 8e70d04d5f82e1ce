// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.PhotoSettings;

class PhotoSizesTest {
    @Test
    void aRangeHasEveryWidthWithEveryHeight() {
        PhotoSizes sizes = PhotoSizes.parse(List.of("96x96..1920x1080/1=640x480"));
        assertThat(sizes.width()).isEqualTo(new MediaSettingsRange(96, 1920, 1));
        assertThat(sizes.height()).isEqualTo(new MediaSettingsRange(96, 1080, 1));
        assertThat(sizes.initial()).isEqualTo(new PictureLayout(640, 480));
        assertThat(PhotoSizes.parse(List.of("96x96..1920x1080/1")).initial()).isEqualTo(new PictureLayout(1920, 1080));
    }

    @ParameterizedTest
    @CsvSource({"777.4,100,777,100", "1,1,96,96", "5000,5000,1920,1080", "1000.6,96,1001,96"})
    @Rule("IC-8")
    void eachSideMovesToItsOwnNearestValue(double width, double height, int nearestWidth, int nearestHeight) {
        PhotoSizes sizes = PhotoSizes.parse(List.of("96x96..1920x1080/1"));
        assertThat(sizes.nearest(PhotoSettings.ofSize(width, height)))
                .isEqualTo(new PictureLayout(nearestWidth, nearestHeight));
    }

    @Test
    void singleSizesHaveNoStep() {
        PhotoSizes sizes = PhotoSizes.parse(List.of("640x480", "4032x3024", "640x480"));
        assertThat(sizes.width()).isEqualTo(new MediaSettingsRange(640, 4032, 0));
        assertThat(sizes.initial()).isEqualTo(new PictureLayout(4032, 3024));
        assertThat(sizes.nearest(PhotoSettings.ofSize(700, 3000))).isEqualTo(new PictureLayout(640, 480));
    }

    @ParameterizedTest
    @ValueSource(strings = {"640", "63x48", "640x47", "8193x480", "0x0", "-640x480", "640x480..", "64x48..x/1"})
    void aSizeThatIsNoneIsRefusedWithExamples(String element) {
        assertThatThrownBy(() -> PhotoSizes.parse(List.of(element)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("photo.sizes: \"")
                .hasMessageContaining("\"4032x3024\"")
                .hasMessageContaining("\"96x96..1920x1080/1=640x480\"")
                .hasMessageContaining("64x48 to 8192x8192 pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"640x480..320x240/1", "64x48..320x240/0", "64x48..320x240/2=65x48", "64x48..320x240/1=400x240"})
    void aRangeMustMakeSense(String element) {
        assertThatThrownBy(() -> PhotoSizes.parse(List.of(element)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + element + "\" is not MIN..MAX/STEP=INITIAL with MIN <= MAX");
    }
}
