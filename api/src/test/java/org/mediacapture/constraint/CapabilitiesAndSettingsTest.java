// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Capabilities, settings, photo settings: shapes and conversions (IDL-3 to IDL-8, PC-1 to PC-6). */
class CapabilitiesAndSettingsTest {
    @Test
    void idl8EachCapabilityHasItsShape() {
        Map<String, Object> published = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.WIDTH, new ULongRange(1, 1920))
                .with(ConstrainableProperty.FRAME_RATE, new DoubleRange(0, 30))
                .with(ConstrainableProperty.ZOOM, new MediaSettingsRange(1, 10, 0.5))
                .with(ConstrainableProperty.EXPOSURE_MODE, Choices.of("manual", "continuous"))
                .with(ConstrainableProperty.TORCH, Choices.of(false, true))
                .with(ConstrainableProperty.DEVICE_ID, Choices.of("abc"))
                .build()
                .toMap();

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("width", Map.of("min", 1L, "max", 1920L));
        expected.put("frameRate", Map.of("min", 0.0, "max", 30.0));
        expected.put("zoom", Map.of("min", 1.0, "max", 10.0, "step", 0.5));
        expected.put("exposureMode", List.of("manual", "continuous"));
        expected.put("torch", List.of(false, true));
        expected.put("deviceId", "abc");
        assertThat(published).containsExactlyEntriesOf(expected);
    }

    @Test
    void aCapabilityOfAnotherShapeIsRefused() {
        MediaTrackCapabilities.Builder builder = MediaTrackCapabilities.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.with(ConstrainableProperty.WIDTH, new DoubleRange(1, 2)))
                .withMessageContaining("width")
                .withMessageContaining("ULONG_RANGE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.with(ConstrainableProperty.DEVICE_ID, Choices.of("a", "b")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.with(ConstrainableProperty.POINTS_OF_INTEREST, Choices.of("a")))
                .withMessageContaining("NONE");
    }

    @Test
    void emptyAndCrookedRangesAreRefusedWithTheirValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ULongRange(5, 4))
                .withMessageContaining("min=5, max=4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DoubleRange(0, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MediaSettingsRange(0, 1, -1))
                .withMessageContaining("step=-1.0");
        assertThatIllegalArgumentException().isThrownBy(Choices::of).withMessageContaining("at least one");
    }

    @Test
    void px26ValuesBetweenStepsAreAdmittedAndSnapToTheNearest() {
        MediaSettingsRange zoom = new MediaSettingsRange(1, 10, 0.5);

        assertThat(zoom.admits(3.141592)).isTrue();
        assertThat(zoom.admits(10.01)).isFalse();
        assertThat(zoom.nearest(3.141592)).isEqualTo(3.0);
        assertThat(zoom.nearest(-4)).isEqualTo(1.0);
        assertThat(zoom.nearest(99)).isEqualTo(10.0);
    }

    @Test
    void settingsComeBackAsTheyWere() {
        Map<String, Object> members = Map.of(
                "width",
                640L,
                "zoom",
                2.0,
                "exposureMode",
                "manual",
                "pointsOfInterest",
                List.of(Map.of("x", 0.5, "y", 0.25)));

        MediaTrackSettings settings = MediaTrackSettings.fromMap(members, List.of());

        assertThat(settings.toMap()).isEqualTo(members);
        assertThat(settings.get(ConstrainableProperty.WIDTH)).contains(640L);
        assertThat(settings.with(MediaTrackSettings.builder()
                                .with(ConstrainableProperty.WIDTH, 320L)
                                .build())
                        .get(ConstrainableProperty.WIDTH))
                .contains(320L);
    }

    @Test
    void idl7PointsBeginAtTheUpperLeftCorner() {
        assertThat(Point2D.fromMap(Map.of())).isEqualTo(new Point2D(0, 0));
        assertThat(Point2D.fromMap(Map.of("y", 2))).as("PX-4: outside is legal").isEqualTo(new Point2D(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point2D(Double.NaN, 0))
                .withMessageContaining("NaN");
    }

    @Test
    void photoSettingsComeBackAsTheyWere() {
        Map<String, Object> members =
                Map.of("fillLightMode", "flash", "imageHeight", 480.0, "imageWidth", 640.0, "redEyeReduction", true);

        assertThat(PhotoSettings.fromMap(members).toMap()).isEqualTo(members);
        assertThat(PhotoSettings.fromMap(Map.of("unknown", 1))).as("IDL-2").isEqualTo(PhotoSettings.none());
        assertThat(PhotoSettings.ofSize(640, 480).toMap()).isEqualTo(Map.of("imageHeight", 480.0, "imageWidth", 640.0));
    }

    @Test
    void idl3NullMembersOfPhotoSettingsCountAsNotGiven() {
        Map<String, Object> members = new HashMap<>();
        members.put("imageWidth", null);

        assertThat(PhotoSettings.fromMap(members)).isEqualTo(PhotoSettings.none());
    }

    @Test
    void idl4AnUnknownFillLightModeIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Map.of("fillLightMode", "torch")))
                .withMessage("fillLightMode: \"torch\" is not one of auto, off, flash");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void idl5SizesOfPhotosAreFinite(double size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.ofSize(size, 480))
                .withMessage("imageWidth: " + size + " is not a finite number");
    }

    @Test
    void pc6AbsentPhotoCapabilitiesAreLeftOut() {
        assertThat(new PhotoCapabilities(RedEyeReduction.NEVER, Optional.empty(), Optional.empty(), List.of()).toMap())
                .isEqualTo(Map.of("redEyeReduction", "never"));
        assertThat(new PhotoCapabilities(
                                RedEyeReduction.CONTROLLABLE,
                                Optional.of(new MediaSettingsRange(240, 480, 1)),
                                Optional.empty(),
                                List.of(FillLightMode.AUTO, FillLightMode.OFF))
                        .toMap())
                .isEqualTo(Map.of(
                        "redEyeReduction",
                        "controllable",
                        "imageHeight",
                        Map.of("min", 240.0, "max", 480.0, "step", 1.0),
                        "fillLightMode",
                        List.of("auto", "off")));
    }

    @Test
    void idl9AnOverconstrainedExceptionNamesItsConstraint() {
        OverconstrainedException failure = new OverconstrainedException("width", "too wide");

        assertThat(failure.name()).isEqualTo("OverconstrainedError");
        assertThat(failure.constraint()).isEqualTo("width");
        assertThat(failure).isInstanceOf(MediaException.class).hasToString("OverconstrainedError: too wide");
    }
}
