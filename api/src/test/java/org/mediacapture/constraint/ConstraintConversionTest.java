// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraint dictionaries, there and back (IDL-2, IDL-5, IDL-6). */
class ConstraintConversionTest {
    static Stream<Map<String, Object>> everyShape() {
        return Stream.of(
                Map.of("width", 640L),
                Map.of("width", Map.of("min", 320L, "max", 1280L, "exact", 640L, "ideal", 640L)),
                Map.of("frameRate", 29.97),
                Map.of("frameRate", Map.of("min", 10.0, "max", 60.0, "exact", 30.0, "ideal", 30.0)),
                Map.of("torch", true),
                Map.of("torch", Map.of("exact", false, "ideal", true)),
                Map.of("facingMode", "user"),
                Map.of("facingMode", List.of("user", "environment")),
                Map.of("facingMode", Map.of("exact", "user", "ideal", List.of("user", "left"))),
                Map.of("facingMode", Map.of("exact", List.of("user", "left"))),
                Map.of("echoCancellation", true),
                Map.of("echoCancellation", "remote-only"),
                Map.of("echoCancellation", Map.of("exact", "all", "ideal", true)),
                Map.of("pan", true),
                Map.of("tilt", false),
                Map.of("zoom", 2.0),
                Map.of("zoom", Map.of("min", 1.0, "max", 3.0, "exact", 2.0, "ideal", 2.0)),
                Map.of("pointsOfInterest", List.of(Map.of("x", 0.5, "y", 0.25))),
                Map.of("pointsOfInterest", Map.of("exact", List.of(Map.of("x", 0.0, "y", 1.0)))),
                Map.of(
                        "pointsOfInterest",
                        Map.of("ideal", List.of(Map.of("x", 0.1, "y", 0.2), Map.of("x", 0.3, "y", 0.4)))),
                Map.of("width", 640L, "advanced", List.of(Map.of("height", 480L), Map.of("zoom", true))));
    }

    @ParameterizedTest
    @MethodSource("everyShape")
    void idl6EveryShapeComesBackAsItWas(Map<String, Object> members) {
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(members);

        assertThat(constraints.toMap()).isEqualTo(members);
        assertThat(MediaTrackConstraints.fromMap(constraints.toMap())).isEqualTo(constraints);
    }

    @Test
    void idl2UnknownNamesAreDroppedEvenWithExact() {
        assertThat(MediaTrackConstraints.fromMap(Map.of("magic", Map.of("exact", 1), "vendor:gain", 3)))
                .isEqualTo(MediaTrackConstraints.none());
        assertThat(MediaTrackConstraints.fromMap(Map.of("width", Map.of("near", 640)))
                        .basic()
                        .get(WIDTH))
                .hasValueSatisfying(
                        constraint -> assertThat(constraint.isEmpty()).isTrue());
    }

    @Test
    void aMissingMemberAndNullAreTheSame() {
        Map<String, Object> members = new HashMap<>();
        members.put("width", null);
        members.put("advanced", null);

        assertThat(MediaTrackConstraints.fromMap(members)).isEqualTo(MediaTrackConstraints.none());
    }

    @Test
    void propertiesOfADeviceAreKnownWhenTheyAreGiven() {
        ConstrainableProperty<Double> gain = ConstrainableProperty.vendor(
                        "vendor:gain", ValueKind.DOUBLE, URI.create("https://camera.example/#gain"))
                .build();

        assertThat(MediaTrackConstraints.fromMap(Map.of("vendor:gain", 3), List.of(gain))
                        .toMap())
                .isEqualTo(Map.of("vendor:gain", 3.0));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0.5, 0",
        "1.5, 2",
        "2.5, 2",
        "4294967296, 4294967295",
        "NaN, 0",
        "Infinity, 4294967295",
        "-Infinity, 0"
    })
    void idl5AnUnsignedLongIsClampedAndRounded(double given, long converted) {
        assertThat(MediaTrackConstraints.fromMap(Map.of("width", given)).toMap())
                .isEqualTo(Map.of("width", converted));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void idl5ADoubleIsFinite(double given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackConstraints.fromMap(Map.of("zoom", Map.of("exact", given))))
                .withMessage("zoom.exact: " + given + " is not a finite number");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Map.of("width", "wide"), "width: \"wide\" is not a number"),
                Arguments.of(Map.of("frameRate", true), "frameRate: true is not a finite number"),
                Arguments.of(Map.of("torch", "on"), "torch: \"on\" is not true or false"),
                Arguments.of(Map.of("facingMode", 3), "facingMode: 3 is not a string"),
                Arguments.of(Map.of("facingMode", List.of("user", 3)), "facingMode: 3 is not a string"),
                Arguments.of(Map.of("echoCancellation", 3), "echoCancellation: 3 is not true, false or a string"),
                Arguments.of(
                        Map.of("pointsOfInterest", List.of("middle")),
                        "pointsOfInterest: [middle] is not a list of points {x, y}"),
                Arguments.of(
                        Map.of("pointsOfInterest", List.of(Map.of("x", "left"))),
                        "Point2D.x: \"left\" is not a finite number"),
                Arguments.of(Map.of("width", Map.of("min", "a")), "width.min: \"a\" is not a number"),
                Arguments.of(Map.of("advanced", "none"), "advanced: \"none\" is not a list of constraint sets"),
                Arguments.of(Map.of("advanced", List.of(3)), "advanced: 3 is not a map of constraints"),
                Arguments.of(
                        Map.of("width", Constraint.bare(3L)), "width: a constraint dictionary holds plain values"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongValueIsNamedWithWhatIsAccepted(Map<String, ?> members, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackConstraints.fromMap(members))
                .withMessageStartingWith(message);
    }

    @Test
    void ac6TheOrderIsKept() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : List.of("zoom", "width", "torch", "height")) {
            members.put(name, Map.of());
        }

        assertThat(MediaTrackConstraints.fromMap(members).toMap().keySet())
                .containsExactly("zoom", "width", "torch", "height");
    }

    @Test
    void cm5EmptyMapsAndListsAskForNothing() {
        assertThat(Constraint.fromValue(WIDTH, Map.of()).isEmpty()).isTrue();
        assertThat(Constraint.fromValue(ConstrainableProperty.FACING_MODE, List.of())
                        .isEmpty())
                .isTrue();
        assertThat(Constraint.fromValue(POINTS_OF_INTEREST, List.of()).isEmpty())
                .isTrue();
        assertThat(Constraint.fromValue(ZOOM, false).isEmpty()).isFalse();
    }

    @Test
    void cm1MinMaxAndExactMakeAConstraintRequired() {
        assertThat(Constraint.fromValue(WIDTH, 3).isRequired()).isFalse();
        assertThat(Constraint.fromValue(WIDTH, Map.of("ideal", 3)).isRequired()).isFalse();
        for (String word : List.of("min", "max", "exact")) {
            assertThat(Constraint.fromValue(WIDTH, Map.of(word, 3)).isRequired())
                    .isTrue();
        }
    }

    @Test
    void theBuilderMakesWhatTheMapMakes() {
        MediaTrackConstraints built = MediaTrackConstraints.builder()
                .exact(WIDTH, 640L)
                .ideal(ZOOM, 2.0)
                .advanced(MediaTrackConstraintSet.builder()
                        .with(ZOOM, Constraint.presence(true))
                        .build())
                .build();

        assertThat(built)
                .isEqualTo(MediaTrackConstraints.fromMap(Map.of(
                        "width",
                        Map.of("exact", 640),
                        "zoom",
                        Map.of("ideal", 2),
                        "advanced",
                        List.of(Map.of("zoom", true)))));
    }

    @Test
    void constraintsDoNotChangeWithTheirMap() {
        List<String> faces = Arrays.asList("user", "left");
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(Map.of("facingMode", faces));
        faces.set(0, "right");

        assertThat(constraints.toMap()).isEqualTo(Map.of("facingMode", List.of("user", "left")));
    }
}
