// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.advanced;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.select;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.Point2D;
import org.mediacapture.constraint.PointLimit;

/** The values that controls come to. */
class DomainTest {
    private static final List<Point2D> LEFT = List.of(new Point2D(0, 0.5));
    private static final List<Point2D> RIGHT = List.of(new Point2D(1, 0.5));

    @Test
    @Rule("CM-10")
    void amongEquallyNearValuesTheSourcesFirstIsChosen() {
        assertThat(new Values(List.of("continuous", "manual"))
                        .nearest(EXPOSURE_MODE, Constraint.ideal("none"), Optional.empty()))
                .isEqualTo("continuous");
    }

    @Test
    @Rule("PX-25")
    void wishedPointsAreChosenAmongThoseRequired() {
        Points either = new Points(new PointLimit(2), Optional.of(List.of(LEFT, RIGHT)));

        assertThat(either.nearest(POINTS_OF_INTEREST, Constraint.ideal(RIGHT), Optional.empty()))
                .isEqualTo(RIGHT);
    }

    @Test
    @Rule("CM-5")
    void anEmptyListOfPointsAmongTheExactOnesAsksForNothing() {
        assertThat(selected(MediaTrackConstraints.builder()
                                .with(POINTS_OF_INTEREST, Constraint.exact(List.of()))
                                .build())
                        .controls()
                        .properties())
                .isEmpty();
    }

    @Test
    @Rule("IDL-6")
    void ofAListOfWishedNumbersOnlyTheFirstCountsInTheDistance() {
        assertThat(selected(MediaTrackConstraints.builder()
                                .with(ZOOM, Constraint.idealAnyOf(List.of(20.0, 10.0)))
                                .build())
                        .distance())
                .isEqualTo(0.5);
    }

    @Test
    @Rule({"CM-1", "CM-10"})
    void anIdealInAnAdvancedSetDoesNotRequireThatThePropertyIsThere() {
        assertThat(ConstraintSolver.select(
                                plain(),
                                Current.NONE,
                                advanced(Map.of("zoom", Map.of("ideal", 3), "width", 1280)),
                                List.of())
                        .output())
                .isEqualTo(Output.of(HD));
    }

    @Test
    @Rule("CM-17")
    void aFailureTellsOnlyTheConstraintThatFailed() {
        assertThatThrownBy(() -> select(plain(), Map.of("width", Map.of("min", 8000), "height", 480)))
                .hasMessage("asked for {width={min=8000}}, the camera offers {min=1, max=1920}");
    }

    @Test
    void anOutputIsShownInOneLine() {
        assertThat(Output.of(HD)).hasToString("1280x720@30.0 none");
        assertThat(Cameras.scaled(640, 360, 7.5)).hasToString("640x360@7.5 crop-and-scale");
    }

    @Test
    void fewerOrSmallerPicturesAreNotAllOfAMode() {
        assertThat(Output.of(HD).isAllOf(HD)).isTrue();
        assertThat(Cameras.scaled(1279, 720, 30).isAllOf(HD)).isFalse();
        assertThat(Cameras.scaled(1280, 719, 30).isAllOf(HD)).isFalse();
        assertThat(Cameras.scaled(1280, 720, 29).isAllOf(HD)).isFalse();
    }

    private static Selection selected(MediaTrackConstraints asked) {
        return ConstraintSolver.select(steerable(), Current.NONE, asked, List.of());
    }
}
