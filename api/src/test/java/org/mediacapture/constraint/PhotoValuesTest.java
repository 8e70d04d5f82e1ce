// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;

/** Photo settings and photo capabilities, there and back (IDL-3 to IDL-5, PC-1 to PC-6). */
class PhotoValuesTest {
    @Test
    @Rule("PC-2")
    void photoSettingsComeBackAsTheyWere() {
        Map<String, Object> members =
                Map.of("fillLightMode", "flash", "imageHeight", 480.0, "imageWidth", 640.0, "redEyeReduction", true);

        assertThat(PhotoSettings.fromMap(members).toMap()).isEqualTo(members);
        assertThat(PhotoSettings.ofSize(640, 480).toMap()).isEqualTo(Map.of("imageHeight", 480.0, "imageWidth", 640.0));
    }

    @Test
    @Rule({"PC-2", "IDL-2"})
    void everyPhotoSettingIsOptionalAndUnknownOnesAreDropped() {
        assertThat(PhotoSettings.none().toMap()).isEmpty();
        assertThat(PhotoSettings.fromMap(Map.of())).isEqualTo(PhotoSettings.none());
        assertThat(PhotoSettings.fromMap(Map.of("unknown", 1))).isEqualTo(PhotoSettings.none());
    }

    @Test
    void typeAndQualityAreExtensions() {
        Map<String, Object> members = Map.of("type", "image/png", "quality", 0.5);

        assertThat(PhotoSettings.fromMap(members).toMap()).isEqualTo(members);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Map.of("quality", 1.5)))
                .withMessage("quality: 1.5 is not a number from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Map.of("type", 3)))
                .withMessage("type: 3 is not a string");
    }

    @Test
    @Rule("IDL-3")
    void nullMembersOfPhotoSettingsCountAsNotGiven() {
        Map<String, Object> members = new HashMap<>();
        members.put("imageWidth", null);
        members.put("fillLightMode", null);

        assertThat(PhotoSettings.fromMap(members)).isEqualTo(PhotoSettings.none());
    }

    @Test
    @Rule({"IDL-4", "PC-5"})
    void anUnknownFillLightModeIsRefusedWithTheKnownOnes() {
        for (String unknown : List.of("torch", "unavailable", "Flash", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PhotoSettings.fromMap(Map.of("fillLightMode", unknown)))
                    .withMessage("fillLightMode: \"" + unknown + "\" is not one of auto, off, flash");
        }
    }

    @ParameterizedTest
    @Rule("PC-5")
    @EnumSource
    void fillLightModesComeBackByTheirWord(FillLightMode mode) {
        assertThat(FillLightMode.of(mode.value())).isEqualTo(mode);
    }

    @ParameterizedTest
    @Rule("PC-4")
    @EnumSource
    void redEyeReductionsComeBackByTheirWord(RedEyeReduction reduction) {
        assertThat(RedEyeReduction.of(reduction.value())).isEqualTo(reduction);
        assertThat(PhotoCapabilities.fromMap(Map.of("redEyeReduction", reduction.value()))
                        .redEyeReduction())
                .isEqualTo(reduction);
    }

    @ParameterizedTest
    @Rule("IDL-5")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void sizesOfPhotosAreFinite(double size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.ofSize(size, 480))
                .withMessage("imageWidth: " + size + " is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Map.of("imageHeight", size)))
                .withMessage("imageHeight: " + size + " is not a finite number");
    }

    @Test
    @Rule("PC-2")
    void sizesOfPhotosAreDoublesThatNothingClamps() {
        assertThat(PhotoSettings.fromMap(Map.of("imageWidth", -777.5, "imageHeight", 1L << 40))
                        .toMap())
                .isEqualTo(Map.of("imageWidth", -777.5, "imageHeight", 1099511627776.0));
    }

    @Test
    @Rule("PC-1")
    void photoCapabilitiesComeBackAsTheyWere() {
        Map<String, Object> members = Map.of(
                "redEyeReduction",
                "controllable",
                "imageHeight",
                Map.of("min", 240.0, "max", 480.0, "step", 1.0),
                "imageWidth",
                Map.of("min", 320.0, "max", 640.0, "step", 1.0),
                "fillLightMode",
                List.of("auto", "off"));

        assertThat(PhotoCapabilities.fromMap(members).toMap()).isEqualTo(members);
        assertThat(PhotoCapabilities.fromMap(members).fillLightMode())
                .containsExactly(FillLightMode.AUTO, FillLightMode.OFF);
    }

    @Test
    @Rule({"PC-1", "PC-6"})
    void absentPhotoCapabilitiesAreLeftOut() {
        PhotoCapabilities none =
                new PhotoCapabilities(RedEyeReduction.NEVER, Optional.empty(), Optional.empty(), List.of());

        assertThat(none.toMap()).isEqualTo(Map.of("redEyeReduction", "never"));
        assertThat(PhotoCapabilities.fromMap(Map.of())).isEqualTo(none);
        assertThat(PhotoCapabilities.fromMap(Map.of("fillLightMode", List.of(), "imageWidth", Map.of(), "magic", 1)))
                .isEqualTo(none);
    }

    @Test
    @Rule("PC-3")
    void aSettingsRangeHasMinMaxAndStepAndNoCurrent() {
        assertThat(new MediaSettingsRange(1, 2, 0.5).toMap()).isEqualTo(Map.of("min", 1.0, "max", 2.0, "step", 0.5));
        assertThat(MediaSettingsRange.fromMap(Map.of("min", 1, "max", 2, "step", 1, "current", "?")))
                .isEqualTo(new MediaSettingsRange(1, 2, 1));
    }

    @ParameterizedTest
    @Rule({"IDL-4", "IDL-5"})
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "redEyeReduction | redEyeReduction: [3] is not a string",
                "fillLightMode | fillLightMode[0]: 3 is not a string",
                "imageWidth | imageWidth: [3] is not a map with min, max and step"
            })
    void wrongPhotoCapabilitiesAreNamed(String member, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoCapabilities.fromMap(Map.of(member, List.of(3))))
                .withMessage(message);
    }
}
