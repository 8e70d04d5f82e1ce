// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;

/** Capabilities and settings: shapes and conversions (IDL-2 to IDL-8). */
class CapabilitiesAndSettingsTest {
    @Test
    @Rule({"IDL-8", "X-8"})
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
    @Rule("PX-26")
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
    @Rule({"IDL-7", "PX-4"})
    void idl7PointsBeginAtTheUpperLeftCorner() {
        assertThat(Point2D.fromMap(Map.of())).isEqualTo(new Point2D(0, 0));
        assertThat(Point2D.fromMap(Map.of("y", 2))).as("PX-4: outside is legal").isEqualTo(new Point2D(0, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Point2D(Double.NaN, 0))
                .withMessageContaining("NaN");
    }

    @Test
    @Rule("IDL-8")
    void capabilitiesComeBackAsTheyWere() {
        Map<String, Object> members = Map.of(
                "width", Map.of("min", 1L, "max", 1920L),
                "frameRate", Map.of("min", 0.0, "max", 30.0),
                "zoom", Map.of("min", 1.0, "max", 10.0, "step", 0.5),
                "exposureMode", List.of("manual", "continuous"),
                "echoCancellation", List.of(true, "remote-only"),
                "torch", List.of(false, true),
                "deviceId", "abc");

        assertThat(MediaTrackCapabilities.fromMap(members).toMap()).isEqualTo(members);
        assertThat(MediaTrackCapabilities.fromMap(members).get(ConstrainableProperty.ZOOM))
                .contains(new MediaSettingsRange(1, 10, 0.5));
    }

    @Test
    @Rule("IDL-2")
    void whatIsEmptyOrUnknownIsNoCapability() {
        Map<String, Object> members = new HashMap<>();
        members.put("pan", Map.of());
        members.put("facingMode", List.of());
        members.put("height", null);
        members.put("magic", List.of("?"));
        members.put("pointsOfInterest", List.of(Map.of()));

        assertThat(MediaTrackCapabilities.fromMap(members)).isEqualTo(MediaTrackCapabilities.empty());
    }

    @Test
    void settingsThatAreNullAreNotGiven() {
        Map<String, Object> members = new HashMap<>();
        members.put("width", null);

        assertThat(MediaTrackSettings.fromMap(members)).isEqualTo(MediaTrackSettings.empty());
    }

    @Test
    void propertiesOfADeviceAreKnownWhenTheyAreGiven() {
        ConstrainableProperty<Double> gain = ConstrainableProperty.vendor(
                        "vendor:gain", ValueKind.DOUBLE, URI.create("https://camera.example/#gain"))
                .build();
        Map<String, Object> range = Map.of("vendor:gain", Map.of("min", 0.0, "max", 9.0, "step", 1.0));

        assertThat(MediaTrackSettings.fromMap(Map.of("vendor:gain", 3), List.of(gain))
                        .toMap())
                .isEqualTo(Map.of("vendor:gain", 3.0));
        assertThat(MediaTrackCapabilities.fromMap(range, List.of(gain)).toMap()).isEqualTo(range);
        assertThat(MediaTrackCapabilities.fromMap(range)).isEqualTo(MediaTrackCapabilities.empty());
    }

    @Test
    @Rule({"IDL-5", "PC-3"})
    void rangesComeBackAsTheyWere() {
        assertThat(ULongRange.fromMap(Map.of("min", -3, "max", 1e300, "step", "?")))
                .isEqualTo(new ULongRange(0, 4294967295L));
        assertThat(DoubleRange.fromMap(new DoubleRange(-1, 2.5).toMap())).isEqualTo(new DoubleRange(-1, 2.5));
        assertThat(MediaSettingsRange.fromMap(new MediaSettingsRange(1, 3, 0.5).toMap()))
                .isEqualTo(new MediaSettingsRange(1, 3, 0.5));
        assertThat(MediaSettingsRange.fromMap(Map.of("min", 1, "max", 1)))
                .as("one value needs no step")
                .isEqualTo(new MediaSettingsRange(1, 1, 0));
    }
}
