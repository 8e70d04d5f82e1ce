// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;

/** Dictionaries that nobody should send: each failure names the path of the member, the value and what is accepted. */
class WrongValuesTest {
    private static final int MILLION = 1_000_000;

    static Stream<Arguments> wrongConstraints() {
        return Stream.of(
                Arguments.of(Map.of("width", "wide"), "width: \"wide\" is not a number"),
                Arguments.of(Map.of("width", "640"), "width: \"640\" is not a number"),
                Arguments.of(Map.of("width", List.of(640)), "width: [640] is not a number"),
                Arguments.of(Map.of("width", Map.of("min", "a")), "width.min: \"a\" is not a number"),
                Arguments.of(Map.of("width", Map.of("max", true)), "width.max: true is not a number"),
                Arguments.of(Map.of("width", Map.of("ideal", Map.of())), "width.ideal: {} is not a number"),
                Arguments.of(Map.of("frameRate", true), "frameRate: true is not a finite number"),
                Arguments.of(Map.of("zoom", Map.of("exact", true)), "zoom.exact: true is not a finite number"),
                Arguments.of(Map.of("torch", "on"), "torch: \"on\" is not true or false"),
                Arguments.of(Map.of("torch", 1), "torch: 1 is not true or false"),
                Arguments.of(Map.of("facingMode", 3), "facingMode: 3 is not a string"),
                Arguments.of(Map.of("facingMode", List.of("user", 3)), "facingMode[1]: 3 is not a string"),
                Arguments.of(
                        Map.of("facingMode", Map.of("exact", Arrays.asList("user", null))),
                        "facingMode.exact[1]: null is not a string"),
                Arguments.of(Map.of("facingMode", 'u'), "facingMode: an object of java.lang.Character is not a string"),
                Arguments.of(Map.of("echoCancellation", 3), "echoCancellation: 3 is not true, false or a string"),
                Arguments.of(
                        Map.of("echoCancellation", List.of("all")),
                        "echoCancellation: [\"all\"] is not true, false or a string"),
                Arguments.of(
                        Map.of("pointsOfInterest", "middle"),
                        "pointsOfInterest: \"middle\" is not a list of points {x, y}"),
                Arguments.of(
                        Map.of("pointsOfInterest", List.of(Map.of(), "middle")),
                        "pointsOfInterest[1]: \"middle\" is not a point {x, y}"),
                Arguments.of(
                        Map.of("pointsOfInterest", Map.of("ideal", List.of(Map.of("x", "left")))),
                        "pointsOfInterest.ideal[0].x: \"left\" is not a finite number"),
                Arguments.of(
                        Map.of("pointsOfInterest", List.of(Map.of("y", Double.NaN))),
                        "pointsOfInterest[0].y: NaN is not a finite number"),
                Arguments.of(Map.of("advanced", "none"), "advanced: \"none\" is not a list of constraint sets"),
                Arguments.of(Map.of("advanced", Map.of()), "advanced: {} is not a list of constraint sets"),
                Arguments.of(Map.of("advanced", List.of(Map.of(), 3)), "advanced[1]: 3 is not a map of constraints"),
                Arguments.of(Map.of("advanced", List.of(3)), "advanced[0]: 3 is not a map of constraints"),
                Arguments.of(
                        Map.of("advanced", List.of(Map.of(), Map.of("width", Map.of("exact", "wide")))),
                        "advanced[1].width.exact: \"wide\" is not a number"),
                Arguments.of(
                        Map.of("advanced", List.of(new TreeMap<>(Map.of(3, "three")))),
                        "advanced[0]: the key 3 is not a string"),
                Arguments.of(Map.of("width", Map.of(3, "three")), "width: the key 3 is not a string"),
                Arguments.of(
                        Map.of("width", Constraint.bare(3L)),
                        "width: an object of org.mediacapture.constraint.Constraint is not a number"));
    }

    @ParameterizedTest
    @Rule({"IDL-5", "IDL-6"})
    @MethodSource("wrongConstraints")
    void aWrongConstraintIsNamedWithItsPathAndWhatIsAccepted(Map<String, ?> members, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackConstraints.fromMap(members))
                .withMessage(message);
    }

    @Test
    void keysThatAreNoStringsAreNamed() {
        for (Map<?, ?> members : List.of(Map.of(3, 4), new TreeMap<>(Map.of(3, 4)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MediaTrackConstraints.fromMap(untyped(members)))
                    .withMessage("the key 3 is not a string");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Collections.singletonMap(null, 1)))
                .withMessage("the key null is not a string");
    }

    static Stream<Arguments> wrongCapabilities() {
        return Stream.of(
                Arguments.of("width", 3, "width: 3 is not a map with min and max"),
                Arguments.of("width", Map.of("max", 3), "width.min: is missing and must be a number"),
                Arguments.of("frameRate", Map.of("min", "0"), "frameRate.min: \"0\" is not a finite number"),
                Arguments.of(
                        "zoom",
                        Map.of("min", 2, "max", 1),
                        "zoom: MediaSettingsRange(min=2.0, max=1.0, step=0.0): needs finite min <= max and step >= 0"),
                Arguments.of("torch", true, "torch: true is not a list whose elements are true or false"),
                Arguments.of("facingMode", List.of("user", 3), "facingMode[1]: 3 is not a string"),
                Arguments.of("deviceId", List.of("a"), "deviceId: [\"a\"] is not a string"));
    }

    @ParameterizedTest
    @Rule("IDL-8")
    @MethodSource("wrongCapabilities")
    void aWrongCapabilityIsNamedWithItsPath(String name, Object value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackCapabilities.fromMap(Map.of(name, value)))
                .withMessage(message);
    }

    @Test
    void aWrongSettingIsNamedWithItsPath() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MediaTrackSettings.fromMap(Map.of("pointsOfInterest", List.of(Map.of("x", "a")))))
                .withMessage("pointsOfInterest[0].x: \"a\" is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Point2D.fromMap(Map.of("y", Double.NaN)))
                .withMessage("y: NaN is not a finite number");
    }

    @Test
    void hugeValuesAreShortenedInMessages() {
        String megabyte = "a".repeat(MILLION);

        assertThat(messageOf(Map.of("width", megabyte)))
                .startsWith("width: \"aaaa")
                .endsWith("a… is not a number")
                .hasSize("width: ".length() + 80 + " is not a number".length());
        assertThat(messageOf(Map.of("width", Collections.nCopies(MILLION, megabyte))))
                .hasSizeLessThan(120);
        assertThat(messageOf(Map.of("width", Map.of(3, megabyte)))).isEqualTo("width: the key 3 is not a string");
        assertThat(messageOf(Map.of("pointsOfInterest", Map.of("exact", Map.of(megabyte, 1)))))
                .hasSizeLessThan(160);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhotoSettings.fromMap(Map.of("fillLightMode", megabyte)))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(160));
    }

    @Test
    void messagesAreOneLineAndCutNoCharacterInTwo() {
        assertThat(messageOf(Map.of("width", "a\nb\u001b"))).isEqualTo("width: \"a b \" is not a number");
        assertThat(messageOf(Map.of("width", "😀".repeat(80))))
                .satisfies(message -> assertThat(
                                new String(message.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(message));
    }

    @Test
    void aStringOfAMegabyteIsAString() {
        String megabyte = "a".repeat(MILLION);
        MediaTrackConstraints constraints =
                MediaTrackConstraints.fromMap(Map.of("deviceId", Map.of("exact", megabyte)));

        assertThat(constraints.toMap()).isEqualTo(Map.of("deviceId", Map.of("exact", megabyte)));
        assertThat(constraints.toString()).hasSize(1000);
        assertThat(constraints.basic().toString()).hasSize(1000);
        assertThat(Constraint.exact(megabyte).toString()).hasSize(200);
    }

    @Test
    void nestingWithoutEndIsRefusedWithAShortMessage() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        circle.add(circle);
        Map<String, Object> loop = new HashMap<>();
        loop.put("exact", List.of(loop));
        Object deep = 1;
        Object bushy = 1;
        for (int depth = 0; depth < 10_000; depth++) {
            deep = List.of(deep);
            bushy = List.of(bushy, bushy);
        }

        assertThat(messageOf(Map.of("width", loop)))
                .startsWith("width.exact: [{\"exact\"=[{")
                .hasSizeLessThan(160);
        for (Object value : List.of(circle, deep, bushy)) {
            for (String name : List.of("width", "facingMode", "pointsOfInterest", "echoCancellation")) {
                assertThat(messageOf(Map.of(name, value))).startsWith(name).hasSizeLessThan(160);
            }
        }
        assertThat(messageOf(Map.of("advanced", circle)))
                .startsWith("advanced[0]: [[[[")
                .hasSizeLessThan(160);
    }

    @Test
    @Rule("IDL-2")
    void unknownMembersAreNeverLookedAt() {
        Object poison = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("looked at");
            }

            @Override
            public int hashCode() {
                throw new IllegalStateException("looked at");
            }
        };

        assertThat(MediaTrackConstraints.fromMap(Map.of("magic", poison, "width", Map.of("near", poison)))
                        .toMap())
                .isEqualTo(Map.of("width", Map.of()));
        assertThat(messageOf(Map.of("width", poison)))
                .isEqualTo("width: an object of " + poison.getClass().getName() + " is not a number");
    }

    @Test
    @Rule("AC-6")
    void tenThousandAdvancedSetsAreReadOnceEach() {
        AtomicInteger reads = new AtomicInteger();
        List<Map<String, Object>> sets = IntStream.range(0, 10_000)
                .mapToObj(index -> counted(Map.of("width", index, "facingMode", List.of("user")), reads))
                .toList();

        MediaTrackConstraints constraints = MediaTrackConstraints.fromMap(Map.of("advanced", sets));

        assertThat(constraints.advanced()).hasSize(10_000);
        assertThat(constraints.advanced().get(9_999).toMap())
                .isEqualTo(Map.of("width", 9_999L, "facingMode", List.of("user")));
        assertThat(reads).as("goings through a set: keys, then members").hasValue(20_000);
        assertThat(constraints.toString()).hasSize(1000);
    }

    private static Map<String, Object> counted(Map<String, Object> members, AtomicInteger reads) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                reads.incrementAndGet();
                return members.entrySet();
            }
        };
    }

    private static String messageOf(Map<String, ?> members) {
        return catchThrowableOfType(IllegalArgumentException.class, () -> MediaTrackConstraints.fromMap(members))
                .getMessage();
    }

    @SuppressWarnings("unchecked") // what a script engine may hand over all the same
    private static Map<String, ?> untyped(Map<?, ?> members) {
        return (Map<String, ?>) members;
    }
}
