// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.advanced;
import static org.mediacapture.core.select.Cameras.asking;
import static org.mediacapture.core.select.Cameras.assertFails;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.select;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.constraint.Point2D;

/** SelectSettings over controls, advanced sets and the names in failures. */
class ConstraintSolverTest {
    @Test
    @Rule({"CM-17", "GUM-8", "W-5"})
    void w5ARateThatNoModeHasIsNamed() {
        assertFails("frameRate", plain(), Map.of("frameRate", Map.of("min", 40)));
        assertThatThrownBy(() -> select(plain(), Map.of("width", Map.of("min", 8000))))
                .hasMessage("asked for {width={min=8000}}, the camera offers {min=1, max=1920}");
    }

    @Test
    @Rule({"CM-17", "X-15", "W-11"})
    void aRequiredResizeModeComesBeforeTheQuestionWhatFails() {
        assertFails("width", plain(), Map.of("width", Map.of("exact", 639), "resizeMode", Map.of("exact", "none")));
        assertFails(
                "",
                plain(),
                Map.of(
                        "width", Map.of("exact", 1280),
                        "height", Map.of("exact", 1080),
                        "resizeMode", Map.of("exact", "none")));
    }

    @Test
    @Rule({"CM-9", "CM-17"})
    void aMinimumAboveTheMaximumIsUnsatisfiable() {
        assertFails("width", plain(), Map.of("width", Map.of("min", 1024, "max", 800)));
        assertFails("zoom", steerable(), Map.of("zoom", Map.of("min", 3, "max", 2)));
        assertFails("zoom", steerable(), Map.of("zoom", Map.of("exact", 5, "max", 4)));
        assertThat(select(plain(), Map.of("advanced", List.of(Map.of("width", Map.of("min", 1024, "max", 800)))))
                        .output())
                .as("an advanced set that cannot be met is skipped")
                .isEqualTo(Output.of(VGA));
    }

    @Test
    @Rule("CM-5")
    void emptyListsAndMapsAskForNothing() {
        Map<String, ?> nothing =
                Map.of("facingMode", List.of(), "width", Map.of(), "pointsOfInterest", List.of(), "zoom", Map.of());

        assertThat(select(plain(), nothing).distance()).isZero();
        assertThat(select(steerable(), Map.of("pointsOfInterest", Map.of("exact", List.of())))
                        .controls()
                        .properties())
                .isEmpty();
    }

    @Test
    @Rule("CM-15")
    void aDeviceIsNotSwitched() {
        assertFails("deviceId", steerable(), Map.of("deviceId", Map.of("exact", "other")));
        assertFails("groupId", steerable(), Map.of("groupId", Map.of("exact", "other")));
        assertThat(select(steerable(), Map.of("deviceId", "other")).distance()).isEqualTo(1);
        assertThat(select(steerable(), Map.of("deviceId", List.of("other", "the-device")))
                        .distance())
                .isZero();
    }

    @Test
    @Rule({"CM-20", "X-4"})
    void anOverLongIdealGroupIsOnlyAWish() {
        assertThat(select(steerable(), Map.of("groupId", Map.of("ideal", "x".repeat(501))))
                        .distance())
                .isEqualTo(1);
    }

    @Test
    @Rule("CM-16")
    void anEmptyDeviceIdIsNotGiven() {
        assertThat(select(steerable(), Map.of("deviceId", Map.of("exact", ""))).distance())
                .isZero();
        assertThat(select(steerable(), Map.of("deviceId", "")).distance()).isZero();
        assertFails("deviceId", steerable(), Map.of("deviceId", Map.of("exact", List.of("", "other"))));
        assertThat(ConstraintSolver.select(
                                steerable(), Current.NONE, advanced(Map.of("deviceId", "", "width", 1280)), List.of())
                        .output())
                .isEqualTo(Output.of(HD));
    }

    @Test
    @Rule({"CM-18", "GUM-6"})
    void whatIsDefinedForSoundOnlyIsLeftOut() {
        assertThat(select(plain(), Map.of("sampleRate", Map.of("exact", 44_100)))
                        .distance())
                .isZero();
        assertThat(ConstraintSolver.select(
                                plain(), Current.NONE, advanced(Map.of("channelCount", 9, "width", 1280)), List.of())
                        .output())
                .as("in advanced sets too")
                .isEqualTo(Output.of(HD));
    }

    @Test
    @Rule({"PX-27", "X-10"})
    void modesComeBeforeTheValuesThatDependOnThem() {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("exposureTime", 100);
        asked.put("width", 640);
        asked.put("exposureMode", "manual");

        MediaTrackSettings controls = select(steerable(), asked).controls();

        assertThat(controls.properties()).containsExactly(EXPOSURE_MODE, EXPOSURE_TIME);
        assertThat(controls.toMap()).isEqualTo(Map.of("exposureMode", "manual", "exposureTime", 100.0));
    }

    @Test
    @Rule("PX-26")
    void valuesBetweenStepsAreHandedOn() {
        assertThat(controls(Map.of("zoom", Map.of("exact", 3.141592)))).isEqualTo(Map.of("zoom", 3.141592));
        assertThat(controls(Map.of("zoom", 3.141592))).isEqualTo(Map.of("zoom", 3.141592));
    }

    @Test
    @Rule("X-11")
    void anExactValueOutsideTheRangeIsNamedAndAnIdealOneClamped() {
        assertThatThrownBy(() -> controls(Map.of("zoom", Map.of("exact", 11))))
                .isInstanceOfSatisfying(OverconstrainedException.class, failure -> {
                    assertThat(failure.constraint()).isEqualTo("zoom");
                    assertThat(failure).hasMessageContaining("exact=11.0").hasMessageContaining("max=10.0");
                });
        assertThat(controls(Map.of("zoom", 11))).isEqualTo(Map.of("zoom", 10.0));
        assertThat(controls(Map.of("zoom", Map.of("ideal", 0)))).isEqualTo(Map.of("zoom", 1.0));
        assertThat(controls(Map.of("zoom", -5))).isEqualTo(Map.of("zoom", 1.0));
    }

    @Test
    @Rule({"AC-11", "PTZ-6"})
    void aRequiredPropertyThatTheCameraLacksIsNamed() {
        assertFails("torch", plain(), Map.of("torch", Map.of("exact", true)));
        assertFails("pan", plain(), Map.of("pan", Map.of("exact", 8)));
        assertThat(select(plain(), Map.of("torch", true)).distance()).isEqualTo(1);
        assertThat(select(plain(), Map.of("pan", Map.of("ideal", 8))).controls())
                .isEqualTo(MediaTrackSettings.empty());
        assertThat(ConstraintSolver.select(plain(), Current.NONE, advanced(Map.of("pan", 8)), List.of())
                        .controls())
                .isEqualTo(MediaTrackSettings.empty());
    }

    @Test
    @Rule("PTZ-4")
    void aWishForPanAtAllMovesNothing() {
        Selection selection = select(steerable(), Map.of("pan", true));

        assertThat(selection.distance()).isZero();
        assertThat(selection.controls().properties()).isEmpty();
        assertThat(select(steerable(), Map.of("pan", false)).distance()).isEqualTo(1);
        assertThat(select(plain(), Map.of("pan", true)).distance()).isEqualTo(1);
    }

    @Test
    @Rule({"PX-4", "PX-25"})
    void pointsAreClampedAndMustFitTheLimit() {
        Object two = List.of(Map.of("x", -1, "y", 0.5), Map.of("x", 0.25, "y", 7));
        Object three = List.of(Map.of(), Map.of(), Map.of());
        List<Point2D> clamped = List.of(new Point2D(0, 0.5), new Point2D(0.25, 1));

        assertThat(select(steerable(), Map.of("pointsOfInterest", Map.of("exact", two)))
                        .controls()
                        .get(POINTS_OF_INTEREST))
                .contains(clamped);
        assertThat(select(steerable(), Map.of("pointsOfInterest", two)).distance())
                .isZero();
        assertFails("pointsOfInterest", steerable(), Map.of("pointsOfInterest", Map.of("exact", three)));
        assertFails("pointsOfInterest", plain(), Map.of("pointsOfInterest", Map.of("exact", two)));
        assertThat(select(steerable(), Map.of("pointsOfInterest", three)).distance())
                .isEqualTo(1);
        assertThat(select(plain(), Map.of("pointsOfInterest", two)).distance()).isEqualTo(1);
    }

    @Test
    @Rule("PX-25")
    void aListOfPointsThatCannotBeUsedLeavesTheCurrentOnes() {
        List<Point2D> centre = List.of(new Point2D(0.5, 0.5));
        Current current = current(
                MediaTrackSettings.builder().with(POINTS_OF_INTEREST, centre).build());
        Object three = List.of(Map.of(), Map.of(), Map.of());

        assertThat(ConstraintSolver.select(steerable(), current, asking(Map.of("pointsOfInterest", three)), List.of())
                        .controls()
                        .get(POINTS_OF_INTEREST))
                .contains(centre);
        assertThat(ConstraintSolver.select(
                                steerable(),
                                current,
                                advanced(
                                        Map.of("pointsOfInterest", List.of(Map.of("x", 1))),
                                        Map.of("pointsOfInterest", List.of(Map.of("x", 0.3)))),
                                List.of())
                        .controls()
                        .get(POINTS_OF_INTEREST))
                .as("the first advanced set is taken, the second contradicts it")
                .contains(List.of(new Point2D(1, 0)));
    }

    @Test
    @Rule({"CM-1", "CM-2", "CM-4"})
    void anAdvancedBareValueIsExactAndMovesTheControl() {
        assertThat(controls(Map.of("advanced", List.of(Map.of("zoom", 99), Map.of("zoom", 3)))))
                .isEqualTo(Map.of("zoom", 3.0));
        assertThat(controls(Map.of("zoom", 2, "advanced", List.of(Map.of("zoom", 3)))))
                .as("filters before the ideal ranks")
                .isEqualTo(Map.of("zoom", 3.0));
    }

    @Test
    @Rule("CM-4")
    void anAdvancedSetIsTakenOrSkippedWhole() {
        Selection selection = ConstraintSolver.select(
                steerable(),
                Current.NONE,
                advanced(
                        Map.of("zoom", 3, "width", 5000),
                        Map.of("zoom", 4, "width", Map.of("max", 1280)),
                        Map.of("zoom", 4, "width", Map.of("min", 1280))),
                List.of());

        assertThat(selection.controls().toMap()).isEqualTo(Map.of("zoom", 4.0));
        assertThat(selection.output()).isEqualTo(Output.of(HD));
    }

    @Test
    @Rule("CM-4")
    void aSkippedSetMovesNothing() {
        assertThat(controls(Map.of("advanced", List.of(Map.of("zoom", 3, "width", 5000)))))
                .isEmpty();
    }

    @Test
    @Rule({"CM-10", "CM-11"})
    void advancedSetsFilterAndAddNothingToTheDistance() {
        Selection selection = ConstraintSolver.select(
                plain(),
                Current.NONE,
                asking(Map.of(
                        "width",
                        1280,
                        "advanced",
                        List.of(Map.of("height", Map.of("ideal", 5), "width", Map.of("min", 1600))))),
                List.of());

        assertThat(selection.distance()).isEqualTo(320.0 / 1600);
        assertThat(selection.output().width()).isEqualTo(1600);
    }

    @Test
    @Rule("CM-19")
    void presenceInAnAdvancedSetFiltersWithoutMovingAnything() {
        assertThat(controls(Map.of("advanced", List.of(Map.of("zoom", true))))).isEmpty();
        assertThat(ConstraintSolver.select(
                                plain(),
                                Current.NONE,
                                advanced(Map.of("pan", true, "width", 1920), Map.of("pan", false, "width", 1280)),
                                List.of())
                        .output())
                .as("the first set needs pan and is skipped")
                .isEqualTo(Output.of(HD));
    }

    @Test
    @Rule("IDL-4")
    void anUnknownWordEqualsNoSetting() {
        assertFails("resizeMode", plain(), Map.of("resizeMode", Map.of("exact", "magic")));
        assertThat(select(plain(), Map.of("resizeMode", "magic")).distance()).isEqualTo(1);
        assertFails("exposureMode", steerable(), Map.of("exposureMode", Map.of("exact", "magic")));
    }

    @Test
    @Rule("CM-10")
    void aRangeMovesTheControlJustIntoIt() {
        Current atOne = current(MediaTrackSettings.builder().with(ZOOM, 1.0).build());

        assertThat(ConstraintSolver.select(
                                steerable(), atOne, asking(Map.of("zoom", Map.of("min", 2, "max", 4))), List.of())
                        .controls()
                        .toMap())
                .isEqualTo(Map.of("zoom", 2.0));
    }

    @Test
    @Rule("X-14")
    void withoutConstraintsNoControlIsTouched() {
        Current atThree = current(MediaTrackSettings.builder().with(ZOOM, 3.0).build());

        assertThat(ConstraintSolver.select(steerable(), atThree, asking(Map.of()), List.of())
                        .controls()
                        .properties())
                .isEmpty();
    }

    @Test
    void aCameraWithoutModesMeetsNothing() {
        CameraSpace unknown = new CameraSpace(List.of(), MediaTrackCapabilities.empty(), MediaTrackSettings.empty());

        assertFails("", unknown, Map.of("width", 640));
        assertFails("width", unknown, Map.of("width", Map.of("exact", 1)));
    }

    private static Current current(MediaTrackSettings controls) {
        return new Current(Optional.of(VGA), Optional.of(Output.of(VGA)), controls);
    }

    private static Map<String, Object> controls(Map<String, ?> asked) {
        return select(steerable(), asked).controls().toMap();
    }
}
