// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.INHERENT;
import static org.mediacapture.core.select.Cameras.mode;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;

/** What a camera offers, and what an output tells as settings. */
class CameraSpaceTest {
    @Test
    @Rule({"RES-1", "RES-2", "RES-3", "RES-4", "IDL-8"})
    void capabilitiesReachFromOnePixelToTheLargestModeInEachDimension() {
        assertThat(plain(mode(640, 480, 60), mode(300, 900, 30)).capabilities().toMap())
                .isEqualTo(Map.of(
                        "width", Map.of("min", 1L, "max", 640L),
                        "height", Map.of("min", 1L, "max", 900L),
                        "aspectRatio", Map.of("min", 0.0011111111, "max", 640.0),
                        "frameRate", Map.of("min", 0.0, "max", 60.0),
                        "resizeMode", List.of("none", "crop-and-scale")));
    }

    @Test
    @Rule({"CM-15", "IDL-8", "AC-9"})
    void capabilitiesTellWhatIsInherentAndTheControls() {
        assertThat(steerable().capabilities().toMap())
                .containsEntry("deviceId", "the-device")
                .containsEntry("groupId", "the-group")
                .containsEntry("facingMode", List.of("user"))
                .containsEntry("zoom", Map.of("min", 1.0, "max", 10.0, "step", 0.5))
                .containsEntry("exposureMode", List.of("continuous", "manual"));
    }

    @Test
    @Rule("PX-25")
    void pointsOfInterestAreNoCapability() {
        assertThat(steerable().controls().get(POINTS_OF_INTEREST)).isPresent();
        assertThat(steerable().capabilities().get(POINTS_OF_INTEREST)).isEmpty();
    }

    @Test
    @Rule("PX-28")
    void aRangeOfASingleValueIsNoCapabilityAndCannotBeAskedFor() {
        MediaTrackCapabilities controls = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(5, 5, 1))
                .with(ConstrainableProperty.TORCH, Choices.of(false))
                .build();
        CameraSpace fixed = new CameraSpace(List.of(HD), controls, INHERENT);

        assertThat(fixed.capabilities().toMap()).doesNotContainKey("brightness").containsEntry("torch", List.of(false));
        Cameras.assertFails("brightness", fixed, Map.of("brightness", Map.of("exact", 5)));
    }

    @Test
    void aCameraWhoseModesAreUnknownTellsNoSizes() {
        assertThat(new CameraSpace(List.of(), MediaTrackCapabilities.empty(), INHERENT)
                        .capabilities()
                        .toMap())
                .containsOnlyKeys("deviceId", "groupId", "facingMode");
    }

    @Test
    @Rule({"RES-3", "RES-4"})
    void anOutputTellsItsSettings() {
        assertThat(Output.of(HD).settings().toMap())
                .isEqualTo(Map.of(
                        "width",
                        1280L,
                        "height",
                        720L,
                        "aspectRatio",
                        1.7777777778,
                        "frameRate",
                        30.0,
                        "resizeMode",
                        "none"));
        assertThat(new Output(641, 361, 7.5, true).settings().toMap())
                .containsEntry("resizeMode", "crop-and-scale")
                .containsEntry("frameRate", 7.5);
    }

    @Test
    void anOutputWithoutPixelsOrFramesIsRefused() {
        assertThatThrownBy(() -> new Output(0, 480, 30, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0x480");
        assertThatThrownBy(() -> new Output(640, 480, 0, false)).hasMessageContaining("frame rate above 0");
        assertThatThrownBy(() -> new Output(640, 480, Double.NaN, false)).hasMessageContaining("NaN");
    }
}
