// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PointLimit;

class MockControlsTest {
    private final MockControls controls = new MockControls(OfferedControls.ALL);

    @Test
    @Rule({"PX-12", "PX-14", "PX-15", "PX-16", "PX-21", "PX-28"})
    void thereAreAllSeventeenPropertiesOfImageCapture() {
        Map<String, Object> told = OfferedControls.ALL.capabilities().toMap();
        List<String> modes = List.of("manual", "single-shot", "continuous");
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("whiteBalanceMode", modes);
        expected.put("exposureMode", modes);
        expected.put("focusMode", modes);
        expected.put("exposureCompensation", range(-3, 3, 0.25));
        expected.put("exposureTime", range(1, 1000, 1));
        expected.put("colorTemperature", range(2500, 10_000, 50));
        expected.put("iso", range(100, 3200, 10));
        expected.put("brightness", range(-100, 100, 1));
        expected.put("contrast", range(0, 200, 1));
        expected.put("saturation", range(0, 200, 1));
        expected.put("sharpness", range(0, 10, 1));
        expected.put("focusDistance", range(0.1, 10, 0.05));
        expected.put("pan", range(-36_000, 36_000, 360));
        expected.put("tilt", range(-18_000, 18_000, 360));
        expected.put("zoom", range(1, 4, 0.1));
        expected.put("torch", List.of(false, true));
        assertThat(told).isEqualTo(expected);
        assertThat(OfferedControls.ALL.capabilities().get(ConstrainableProperty.POINTS_OF_INTEREST))
                .hasValue(new PointLimit(4));
    }

    @Test
    void everyControlHasAValueWithinItsRangeAtFirst() {
        Map<String, Object> settings = controls.settings(0).toMap();
        assertThat(settings)
                .hasSize(17)
                .containsEntry("exposureMode", "continuous")
                .containsEntry("exposureTime", 100.0)
                .containsEntry("iso", 200.0)
                .containsEntry("colorTemperature", 5500.0)
                .containsEntry("focusDistance", 1.2)
                .containsEntry("contrast", 100.0)
                .containsEntry("zoom", 1.0)
                .containsEntry("torch", false)
                .containsEntry("pointsOfInterest", List.of());
        assertThat(controls.look()).isEqualTo(Look.NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource({
        "zoom,1.04,1.0",
        "zoom,1.06,1.1",
        "zoom,2.2,2.2",
        "zoom,3.999,4.0",
        "zoom,9,4.0",
        "zoom,-1,1.0",
        "zoom,1.7,1.7",
        "pan,100,0.0",
        "pan,181,360.0",
        "pan,-700,-720.0",
        "pan,40000,36000.0",
        "pan,-1,0.0",
        "tilt,181,360.0",
        "exposureCompensation,0.3,0.25",
        "exposureTime,33.4,33.0",
        "colorTemperature,3210,3200.0",
        "iso,333,330.0",
        "contrast,1.5,2.0",
        "focusDistance,0.333,0.35"
    })
    @Rule("PX-26")
    void aWishBetweenTwoStepsGoesToTheNearest(String name, double wish, double value) {
        apply(Map.of("exposureMode", "manual", "whiteBalanceMode", "manual", "focusMode", "manual"));
        apply(Map.of(name, wish));
        assertThat(controls.settings(0).toMap()).containsEntry(name, value);
    }

    @Test
    void whatIsMissingStaysAsItIs() {
        apply(Map.of("zoom", 2.0));
        apply(Map.of("brightness", -7.4));
        assertThat(controls.settings(0).toMap()).containsEntry("zoom", 2.0).containsEntry("brightness", -7.0);
        assertThat(controls.look().zoom()).isEqualTo(2);
        assertThat(controls.look().brightness()).isEqualTo(-7);
    }

    @Test
    void whatIsNotOfferedIsNotTouched() {
        MockControls zoomOnly = new MockControls(OfferedControls.of(List.of("zoom")));
        zoomOnly.apply(settings(Map.of("zoom", 2.0, "pan", 3600.0, "contrast", 1.0, "exposureMode", "manual")), 0);
        assertThat(zoomOnly.settings(0).toMap()).isEqualTo(Map.of("zoom", 2.0));
        assertThat(zoomOnly.look().pan()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "exposureMode,exposureTime,40",
        "exposureMode,iso,800",
        "whiteBalanceMode,colorTemperature,3000",
        "focusMode,focusDistance,2"
    })
    @Rule("PX-27")
    void modesComeBeforeValuesInWhateverOrderTheyAreWished(String mode, String value, double wish) {
        Map<String, Object> valueFirst = new LinkedHashMap<>();
        valueFirst.put(value, wish);
        valueFirst.put(mode, "manual");
        apply(valueFirst);
        assertThat(controls.settings(7).toMap()).containsEntry(mode, "manual").containsEntry(value, wish);
        assertThat(controls.look()).isEqualTo(Looks.of(value, wish));
    }

    @ParameterizedTest
    @CsvSource({"exposureTime,40", "colorTemperature,3000", "focusDistance,2"})
    @Rule({"PX-6", "PX-7", "PX-27"})
    void aValueThatTheCameraChoosesIsNotMovedByAWish(String name, double wish) {
        Object before = controls.settings(0).toMap().get(name);
        apply(Map.of(name, wish));
        assertThat(controls.settings(0).toMap()).containsEntry(name, before);
        assertThat(controls.look()).isEqualTo(Look.NEUTRAL);
    }

    @Test
    @Rule("PX-5")
    void compensationCountsOnlyWhileTheCameraExposes() {
        apply(Map.of("exposureCompensation", 1.0));
        assertThat(controls.look().exposure()).isEqualTo(1);
        assertThat(controls.settings(0).toMap()).containsEntry("exposureTime", 200.0);
        apply(Map.of("exposureMode", "manual", "exposureTime", 100.0));
        assertThat(controls.settings(0).toMap()).containsEntry("exposureCompensation", 1.0);
        assertThat(controls.look().exposure()).isZero();
    }

    @Test
    @Rule("PX-20")
    void continuousModesFollowTheScriptAndTheirChoicesCanBeRead() {
        Map<String, Object> dark = controls.settings(150).toMap();
        assertThat((Double) dark.get("exposureTime")).isGreaterThan(110);
        assertThat((Double) dark.get("iso")).isGreaterThan(220);
        assertThat(controls.settings(150 + 600).toMap()).containsEntry("exposureTime", dark.get("exposureTime"));
        Map<String, Object> bright = controls.settings(450).toMap();
        assertThat((Double) bright.get("exposureTime")).isLessThan(95);
        assertThat((Double) controls.settings(225).toMap().get("colorTemperature"))
                .isGreaterThan(5700);
        assertThat((Double) controls.settings(300).toMap().get("focusDistance")).isGreaterThan(1.3);
        assertThat(controls.look()).as("the picture stays as it is").isEqualTo(Look.NEUTRAL);
    }

    @Test
    @Rule("PX-20")
    void manualHoldsWhatTheCameraChoseLast() {
        Object chosen = controls.settings(150).toMap().get("exposureTime");
        controls.apply(settings(Map.of("exposureMode", "manual")), 150);
        assertThat(controls.settings(450).toMap())
                .containsEntry("exposureTime", chosen)
                .containsEntry("exposureMode", "manual");
    }

    @ParameterizedTest
    @CsvSource({
        "whiteBalanceMode,colorTemperature",
        "exposureMode,exposureTime",
        "exposureMode,iso",
        "focusMode,focusDistance"
    })
    @Rule({"PX-1", "PX-2", "PX-3", "PX-20"})
    void singleShotSweepsOnceAndThenHolds(String mode, String value) {
        controls.apply(settings(Map.of(mode, "single-shot")), 100);
        Object held = controls.settings(115).toMap().get(value);
        assertThat(controls.settings(107).toMap().get(value)).isNotEqualTo(held);
        for (long frame : new long[] {116, 300, 5000}) {
            assertThat(controls.settings(frame).toMap())
                    .containsEntry(value, held)
                    .containsEntry(mode, "single-shot");
        }
        controls.apply(settings(Map.of("zoom", 2.0)), 6000);
        assertThat(controls.settings(6005).toMap())
                .as("other wishes start no sweep")
                .containsEntry(value, held);
    }

    @Test
    @Rule({"PX-8", "X-12"})
    void aSensitivityThatWasSetIsHeldUntilTheModeIsSetAgain() {
        apply(Map.of("iso", 800.0));
        assertThat(controls.settings(0).toMap()).containsEntry("iso", 800.0).containsEntry("exposureTime", 25.0);
        assertThat(controls.settings(150).toMap()).containsEntry("iso", 800.0);
        apply(Map.of("exposureMode", "continuous"));
        assertThat(controls.settings(0).toMap()).containsEntry("iso", 200.0).containsEntry("exposureTime", 100.0);
    }

    @Test
    @Rule("PX-23")
    void panAndTiltMayComeInEitherOrder() {
        MediaTrackSettings.Builder panFirst = MediaTrackSettings.builder()
                .with(ConstrainableProperty.PAN, 3600.0)
                .with(ConstrainableProperty.TILT, -7200.0);
        MediaTrackSettings.Builder tiltFirst = MediaTrackSettings.builder()
                .with(ConstrainableProperty.TILT, -7200.0)
                .with(ConstrainableProperty.PAN, 3600.0);
        MockControls other = new MockControls(OfferedControls.ALL);

        controls.apply(panFirst.build(), 0);
        other.apply(tiltFirst.build(), 0);

        assertThat(controls.settings(0).toMap()).containsEntry("pan", 3600.0).containsEntry("tilt", -7200.0);
        assertThat(other.settings(0)).isEqualTo(controls.settings(0));
    }

    @Test
    @Rule({"PX-4", "PX-25"})
    void pointsAreClampedIntoThePicture() {
        apply(Map.of("pointsOfInterest", List.of(Map.of("x", -1, "y", 0.25), Map.of("x", 0.5, "y", 7))));
        assertThat(controls.settings(0).toMap())
                .containsEntry("pointsOfInterest", List.of(Map.of("x", 0.0, "y", 0.25), Map.of("x", 0.5, "y", 1.0)));
    }

    @Test
    void aWishThatIsNoChoiceIsRefusedAndNothingIsMoved() {
        assertThatThrownBy(() -> apply(Map.of("zoom", 2.0, "focusMode", "macro")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("focusMode: macro is not within [manual, single-shot, continuous]");
        List<Map<String, Integer>> five = List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        assertThatThrownBy(() -> apply(Map.of("zoom", 2.0, "pointsOfInterest", five)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pointsOfInterest: ")
                .hasMessageContaining("is not within 4");
        assertThat(controls.settings(0).toMap()).containsEntry("zoom", 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exposureMode", "whiteBalanceMode", "focusMode"})
    @Rule("PX-20")
    void modeNoneTurnsTheMeteringOff(String mode) {
        MockControls all = new MockControls(OfferedControls.of(
                List.of(mode + "=none|manual=manual", "exposureTime", "iso", "colorTemperature", "focusDistance")));
        all.apply(settings(Map.of(mode, "none")), 0);
        assertThat(all.settings(150).toMap()).containsEntry(mode, "none").containsEntry("exposureTime", 100.0);
    }

    private void apply(Map<String, ?> wishes) {
        controls.apply(settings(wishes), 0);
    }

    private static MediaTrackSettings settings(Map<String, ?> wishes) {
        return MediaTrackSettings.fromMap(wishes, List.of());
    }

    private static Map<String, Double> range(double min, double max, double step) {
        return Map.of("min", min, "max", max, "step", step);
    }
}
