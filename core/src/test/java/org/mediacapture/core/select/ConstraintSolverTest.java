// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_TIME;
import static org.mediacapture.constraint.ConstrainableProperty.PAN;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;

/** SelectSettings (CM-7, CM-10), with the worked examples W-1 to W-12. */
class ConstraintSolverTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final VideoMode VGA = mode(640, 480, 30);
    private static final VideoMode HD = mode(1280, 720, 30);
    private static final VideoMode FULL_HD = mode(1920, 1080, 30);
    private static final VideoMode SLOW = mode(1920, 1080, 5);
    private static final List<VideoMode> MODES = List.of(VGA, HD, FULL_HD, SLOW);

    private record Golden(
            String id,
            Map<String, ?> constraints,
            double vga,
            double hd,
            double fullHd,
            double slow,
            VideoMode winner) {
        @Override
        public String toString() {
            return id + " " + constraints;
        }
    }

    static List<Golden> goldenTable() {
        return List.of(
                new Golden("W-1", Map.of("width", 1280), 0.5, 0, 1 / 3.0, 1 / 3.0, HD),
                new Golden(
                        "W-2",
                        Map.of("width", 1280, "height", 720, "aspectRatio", 1.5),
                        0.944444,
                        0.156250,
                        0.822917,
                        0.822917,
                        HD),
                new Golden(
                        "W-3",
                        Map.of("width", Map.of("min", 1000, "ideal", 1280), "frameRate", Map.of("min", 20)),
                        INF,
                        0,
                        1 / 3.0,
                        INF,
                        HD),
                new Golden(
                        "W-4",
                        Map.of("width", Map.of("exact", 1920), "frameRate", 60),
                        INF,
                        INF,
                        0.5,
                        0.916667,
                        FULL_HD),
                new Golden("W-6", Map.of("width", 0), 1, 1, 1, 1, VGA),
                new Golden(
                        "W-12",
                        Map.of(
                                "advanced",
                                List.of(Map.of("width", 1920, "height", 1280), Map.of("aspectRatio", 4 / 3.0))),
                        0,
                        0,
                        0,
                        0,
                        VGA));
    }

    @ParameterizedTest
    @MethodSource("goldenTable")
    void theWorkedExamplesComeOutAsComputed(Golden golden) {
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(golden.constraints());

        assertDistance(golden.vga(), VGA, constraints);
        assertDistance(golden.hd(), HD, constraints);
        assertDistance(golden.fullHd(), FULL_HD, constraints);
        assertDistance(golden.slow(), SLOW, constraints);
        assertThat(select(constraints).mode()).isEqualTo(golden.winner());
    }

    @Test
    void w5ARateThatNoModeHasIsNamed() {
        assertOverconstrained("frameRate", Map.of("frameRate", Map.of("min", 40)));
    }

    @Test
    void w7AndW8AWishForPanPrefersOrDisfavoursCamerasThatHaveIt() {
        CameraSpace pans = new CameraSpace(
                MODES,
                MediaTrackCapabilities.builder()
                        .with(PAN, new MediaSettingsRange(-3600, 3600, 1))
                        .build(),
                MediaTrackSettings.empty());

        assertThat(distance(pans, Map.of("pan", true))).isZero();
        assertThat(distance(plain(), Map.of("pan", true))).isEqualTo(1);
        assertThat(distance(pans, Map.of("pan", false))).isEqualTo(1);
        assertThat(distance(plain(), Map.of("pan", false))).isZero();
        assertThat(ConstraintSolver.select(pans, Current.NONE, constraints(Map.of("pan", true)), mode -> true)
                        .controls())
                .as("nothing moves")
                .isEqualTo(MediaTrackSettings.empty());
    }

    @Test
    void w9AndW10DistancesOfNumbers() {
        Constraint<Double> two = Constraint.bare(2.0);

        assertThat(FitnessDistance.of(ZOOM, Optional.empty(), two, false)).isEqualTo(1);
        assertThat(FitnessDistance.of(ZOOM, Optional.of(1.0), two, false)).isEqualTo(0.5);
        assertThat(FitnessDistance.of(ZOOM, Optional.of(2.0), two, false)).isZero();
        assertThat(FitnessDistance.of(PAN, Optional.of(3600.0), Constraint.bare(-3600.0), false))
                .isEqualTo(2);
    }

    @Test
    void w11ACombinationThatIsImpossibleIsNotNamed() {
        assertOverconstrained("", Map.of("width", Map.of("exact", 1280), "height", Map.of("exact", 1080)));
    }

    @Test
    void cm9AMinimumAboveTheMaximumIsUnsatisfiable() {
        assertOverconstrained("width", Map.of("width", Map.of("min", 1024, "max", 800)));
        assertThat(select(constraints(Map.of("advanced", List.of(Map.of("width", Map.of("min", 1024, "max", 800))))))
                        .mode())
                .as("an advanced set that cannot be met is skipped")
                .isEqualTo(VGA);
    }

    @Test
    void cm5EmptyListsAndMapsAskForNothing() {
        assertThat(select(constraints(Map.of("facingMode", List.of(), "width", Map.of())))
                        .distance())
                .isZero();
    }

    @Test
    void cm12WithoutAWishItIs640By480At30() {
        CameraSpace largestFirst = new CameraSpace(
                List.of(SLOW, FULL_HD, HD, mode(640, 480, 15), VGA),
                MediaTrackCapabilities.empty(),
                MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(largestFirst, Current.NONE, MediaTrackConstraints.none(), mode -> true)
                        .mode())
                .isEqualTo(VGA);
    }

    @Test
    void aTieKeepsTheCurrentMode() {
        Current current = new Current(Optional.of(SLOW), MediaTrackSettings.empty());

        assertThat(ConstraintSolver.select(plain(), current, MediaTrackConstraints.none(), mode -> true)
                        .mode())
                .isEqualTo(SLOW);
        assertThat(ConstraintSolver.select(plain(), current, constraints(Map.of("width", 1920)), mode -> true)
                        .mode())
                .isEqualTo(SLOW);
    }

    @Test
    void res6ModesThatOthersForbidAreNoChoice() {
        assertThat(ConstraintSolver.select(
                                plain(), Current.NONE, constraints(Map.of("width", 1280)), mode -> mode.width() != 1280)
                        .mode())
                .isEqualTo(FULL_HD);
        assertThatThrownBy(() -> ConstraintSolver.select(
                        plain(),
                        Current.NONE,
                        constraints(Map.of("width", Map.of("exact", 1280))),
                        mode -> mode.width() != 1280))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("width"));
    }

    @Test
    void px27ModesComeBeforeTheValuesThatDependOnThem() {
        CameraSpace space = steerable();
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("exposureTime", 100);
        asked.put("exposureMode", "manual");

        MediaTrackSettings controls = ConstraintSolver.select(space, Current.NONE, constraints(asked), mode -> true)
                .controls();

        assertThat(controls.properties()).containsExactly(EXPOSURE_MODE, EXPOSURE_TIME);
        assertThat(controls.toMap()).isEqualTo(Map.of("exposureMode", "manual", "exposureTime", 100.0));
    }

    @Test
    void px26ValuesBetweenStepsAreAccepted() {
        assertThat(controls(steerable(), Map.of("zoom", Map.of("exact", 3.141592))))
                .isEqualTo(Map.of("zoom", 3.141592));
    }

    @Test
    void x11AnExactValueOutsideTheRangeIsNamedAndAnIdealOneClamped() {
        assertThatThrownBy(() -> controls(steerable(), Map.of("zoom", Map.of("exact", 11))))
                .isInstanceOfSatisfying(OverconstrainedException.class, failure -> {
                    assertThat(failure.constraint()).isEqualTo("zoom");
                    assertThat(failure).hasMessageContaining("exact=11.0").hasMessageContaining("max=10.0");
                });
        assertThat(controls(steerable(), Map.of("zoom", 11))).isEqualTo(Map.of("zoom", 10.0));
    }

    @Test
    void ac11ARequiredPropertyThatTheCameraLacksIsNamed() {
        assertOverconstrained("torch", Map.of("torch", Map.of("exact", true)));
        assertThat(distance(plain(), Map.of("torch", true))).isEqualTo(1);
    }

    @Test
    void cm18WhatIsDefinedForSoundOnlyIsLeftOut() {
        assertThat(distance(plain(), Map.of("sampleRate", Map.of("exact", 44_100))))
                .isZero();
    }

    @Test
    void cm2AnAdvancedBareValueIsExactAndMovesTheControl() {
        assertThat(controls(steerable(), Map.of("advanced", List.of(Map.of("zoom", 99), Map.of("zoom", 3)))))
                .isEqualTo(Map.of("zoom", 3.0));
    }

    @Test
    void cm19PresenceInAnAdvancedSetFiltersWithoutMovingAnything() {
        assertThat(controls(steerable(), Map.of("advanced", List.of(Map.of("zoom", true)))))
                .isEmpty();
        assertThat(select(constraints(
                                Map.of("advanced", List.of(Map.of("pan", true, "width", 1920), Map.of("width", 1280)))))
                        .mode())
                .as("the first set needs pan and is skipped")
                .isEqualTo(HD);
    }

    @Test
    void idl4AnUnknownWordEqualsNoSetting() {
        assertOverconstrained("resizeMode", Map.of("resizeMode", Map.of("exact", "magic")));
        assertThat(distance(plain(), Map.of("resizeMode", "magic"))).isEqualTo(1);
        assertThat(distance(plain(), Map.of("resizeMode", List.of("magic", "none"))))
                .as("any element is good")
                .isZero();
    }

    @Test
    void aRangeMovesTheControlJustIntoIt() {
        Current atOne = new Current(
                Optional.of(VGA), MediaTrackSettings.builder().with(ZOOM, 1.0).build());

        assertThat(ConstraintSolver.select(
                                steerable(),
                                atOne,
                                constraints(Map.of("zoom", Map.of("min", 2, "max", 4))),
                                mode -> true)
                        .controls()
                        .toMap())
                .isEqualTo(Map.of("zoom", 2.0));
    }

    private static CameraSpace plain() {
        return new CameraSpace(MODES, MediaTrackCapabilities.empty(), MediaTrackSettings.empty());
    }

    private static CameraSpace steerable() {
        return new CameraSpace(
                MODES,
                MediaTrackCapabilities.builder()
                        .with(EXPOSURE_TIME, new MediaSettingsRange(1, 10_000, 1))
                        .with(EXPOSURE_MODE, Choices.of("continuous", "manual"))
                        .with(ZOOM, new MediaSettingsRange(1, 10, 0.5))
                        .build(),
                MediaTrackSettings.empty());
    }

    private static Map<String, Object> controls(CameraSpace space, Map<String, ?> asked) {
        return ConstraintSolver.select(space, Current.NONE, constraints(asked), mode -> true)
                .controls()
                .toMap();
    }

    private static double distance(CameraSpace space, Map<String, ?> asked) {
        return ConstraintSolver.select(space, Current.NONE, constraints(asked), mode -> true)
                .distance();
    }

    private static Selection select(MediaTrackConstraints constraints) {
        return ConstraintSolver.select(plain(), Current.NONE, constraints, mode -> true);
    }

    private static MediaTrackConstraints constraints(Map<String, ?> members) {
        return MediaTrackConstraints.fromMap(members);
    }

    /** The distance of one mode by the formula, property by property. */
    private static void assertDistance(double expected, VideoMode mode, MediaTrackConstraints constraints) {
        MediaTrackSettings settings = plain().fixed(mode);
        double sum = 0;
        for (ConstrainableProperty<?> property : constraints.basic().properties()) {
            sum += FitnessDistance.of(
                    property,
                    settings.get(property),
                    constraints.basic().get(property).orElseThrow(),
                    false);
        }
        if (expected == INF) {
            assertThat(sum).as("%s", mode).isEqualTo(INF);
        } else {
            assertThat(sum).as("%s", mode).isCloseTo(expected, within(1e-6));
        }
    }

    private static void assertOverconstrained(String name, Map<String, ?> asked) {
        assertThatThrownBy(() -> select(constraints(asked)))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo(name));
    }

    private static VideoMode mode(int width, int height, double rate) {
        return new VideoMode(width, height, rate, PixelFormat.I420);
    }
}
