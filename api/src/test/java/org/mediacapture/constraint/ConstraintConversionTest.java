// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mediacapture.constraint.ConstrainableProperty.FACING_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;

/** Constraint dictionaries, there and back (IDL-2, IDL-5, IDL-6). */
class ConstraintConversionTest {
    @Test
    @Rule("IDL-3")
    void aNullElementOfAListIsTheEmptyDictionary() {
        List<Object> one = new ArrayList<>();
        one.add(null);

        assertThat(MediaTrackConstraints.fromMap(Map.of("advanced", one)).advanced())
                .containsExactly(MediaTrackConstraintSet.empty());
        assertThat(MediaTrackConstraints.fromMap(Map.of("pointsOfInterest", one))
                        .toMap())
                .isEqualTo(Map.of("pointsOfInterest", List.of(Map.of("x", 0.0, "y", 0.0))));
    }

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
                Map.of("width", Map.of()),
                Map.of("facingMode", List.of()),
                Map.of("facingMode", List.of("user")),
                Map.of("facingMode", Map.of("exact", List.of(), "ideal", List.of("user"))),
                Map.of("pointsOfInterest", List.of()),
                Map.of("pointsOfInterest", Map.of("exact", List.of())),
                Map.of("zoom", Map.of()),
                Map.of("width", 640L, "advanced", List.of(Map.of(), Map.of("height", Map.of()))),
                Map.of("width", 640L, "advanced", List.of(Map.of("height", 480L), Map.of("zoom", true))));
    }

    @ParameterizedTest
    @Rule({"IDL-6", "AC-6"})
    @MethodSource("everyShape")
    void idl6EveryShapeComesBackAsItWas(Map<String, Object> members) {
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(members);

        assertThat(constraints.toMap()).isEqualTo(members);
        assertThat(MediaTrackConstraints.fromMap(constraints.toMap())).isEqualTo(constraints);
    }

    @Test
    @Rule("IDL-2")
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
    @Rule("IDL-5")
    @CsvSource({
        "-1, 0",
        "0.5, 0",
        "1.5, 2",
        "2.5, 2",
        "4294967296, 4294967295",
        "NaN, 0",
        "Infinity, 4294967295",
        "-Infinity, 0",
        "-0.0, 0",
        "4294967294.5, 4294967294",
        "4294967295.4, 4294967295",
        "1099511627776, 4294967295"
    })
    void idl5AnUnsignedLongIsClampedAndRounded(double given, long converted) {
        assertThat(MediaTrackConstraints.fromMap(Map.of("width", given)).toMap())
                .isEqualTo(Map.of("width", converted));
    }

    @ParameterizedTest
    @Rule("IDL-5")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void idl5ADoubleIsFinite(double given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackConstraints.fromMap(Map.of("zoom", Map.of("exact", given))))
                .withMessage("zoom.exact: " + given + " is not a finite number");
    }

    @Test
    @Rule("AC-6")
    void ac6TheOrderIsKept() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : List.of("zoom", "width", "torch", "height")) {
            members.put(name, Map.of());
        }

        assertThat(MediaTrackConstraints.fromMap(members).toMap().keySet())
                .containsExactly("zoom", "width", "torch", "height");
    }

    @Test
    @Rule("CM-5")
    void cm5EmptyMapsAndListsAskForNothing() {
        assertThat(Constraint.fromValue(WIDTH, Map.of()).isEmpty()).isTrue();
        assertThat(Constraint.fromValue(FACING_MODE, List.of()).isEmpty()).isTrue();
        assertThat(Constraint.fromValue(POINTS_OF_INTEREST, List.of()).isEmpty())
                .isTrue();
        assertThat(Constraint.fromValue(ZOOM, false).isEmpty()).isFalse();
    }

    @Test
    @Rule("CM-1")
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
    @Rule("CM-2")
    void anyOfSeveralIsWrittenAsAListAndOneAloneIsNot() {
        assertThat(Constraint.exactAnyOf(List.of("user", "left")).toValue())
                .isEqualTo(Map.of("exact", List.of("user", "left")));
        assertThat(Constraint.idealAnyOf(List.of(640L)).toValue()).isEqualTo(Map.of("ideal", 640L));
        assertThat(Constraint.idealAnyOf(List.of())).isEqualTo(Constraint.fromValue(WIDTH, Map.of()));
    }

    @Test
    void constraintsDoNotChangeWithTheirMap() {
        List<String> faces = Arrays.asList("user", "left");
        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(Map.of("facingMode", faces));
        faces.set(0, "right");

        assertThat(constraints.toMap()).isEqualTo(Map.of("facingMode", List.of("user", "left")));
    }

    @Test
    @Rule("IDL-5")
    void everyJavaNumberIsANumber() {
        for (Number six : List.of((byte) 6, (short) 6, 6, 6L, 6f, 6d, BigInteger.valueOf(6), new BigDecimal("6.0"))) {
            assertThat(MediaTrackConstraints.fromMap(Map.of("width", six, "zoom", six))
                            .toMap())
                    .as(six.getClass().getName())
                    .isEqualTo(Map.of("width", 6L, "zoom", 6.0));
        }
        assertThat(MediaTrackConstraints.fromMap(Map.of("width", new BigDecimal("1e999999999")))
                        .toMap())
                .isEqualTo(Map.of("width", 4294967295L));
    }

    @Test
    @Rule("IDL-6")
    void everyJavaSequenceIsAList() {
        List<String> faces = List.of("user", "left");
        for (Object given :
                List.of(faces, new LinkedHashSet<>(faces), faces.toArray(), (Iterable<String>) faces::iterator)) {
            assertThat(MediaTrackConstraints.fromMap(Map.of("facingMode", given))
                            .toMap())
                    .isEqualTo(Map.of("facingMode", faces));
        }
        assertThat(MediaTrackConstraints.fromMap(Map.of(
                                "pointsOfInterest", new Point2D[] {new Point2D(0.5, 1)}, "advanced", new Map<?, ?>[] {
                                    Map.of("deviceId", new StringBuilder("a"))
                                }))
                        .toMap())
                .isEqualTo(Map.of(
                        "pointsOfInterest",
                        List.of(Map.of("x", 0.5, "y", 1.0)),
                        "advanced",
                        List.of(Map.of("deviceId", "a"))));
    }

    @Test
    @Rule({"CM-2", "IDL-6"})
    void aListIsADisjunctionAndABareValueHasNoWord() {
        Constraint<String> faces = Constraint.fromValue(FACING_MODE, List.of("user", "left"));

        assertThat(faces.bare()).containsExactly("user", "left");
        assertThat(faces.exact()).isEmpty();
        assertThat(faces.ideal()).isEmpty();
        assertThat(Constraint.fromValue(FACING_MODE, Map.of("exact", List.of("user", "left")))
                        .exact())
                .containsExactly("user", "left");
    }

    @Test
    @Rule("CM-3")
    void aRangeMayCarryAnIdeal() {
        Constraint<Long> width = Constraint.fromValue(WIDTH, Map.of("min", 160, "ideal", 320));

        assertThat(width).isEqualTo(Constraint.min(160L).withIdeal(320L));
        assertThat(width.isRequired()).isTrue();
        assertThat(width.ideal()).containsExactly(320L);
        assertThat(Constraint.bare(160L).withIdeal(320L)).isEqualTo(Constraint.ideal(320L));
    }

    @Test
    void aMinAboveTheMaxIsLegal() {
        Map<String, Object> members = Map.of("width", Map.of("min", 1024L, "max", 800L));

        assertThat(MediaTrackConstraints.fromMap(members).toMap()).isEqualTo(members);
    }

    @Test
    @Rule("IDL-6")
    void wordsOutsideTheShapeAreDropped() {
        assertThat(MediaTrackConstraints.fromMap(
                                Map.of("torch", Map.of("min", "?", "exact", true), "facingMode", Map.of("max", 1)))
                        .toMap())
                .isEqualTo(Map.of("torch", Map.of("exact", true), "facingMode", Map.of()));
    }
}
