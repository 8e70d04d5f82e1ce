// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.assertFails;
import static org.mediacapture.core.select.Cameras.mode;
import static org.mediacapture.core.select.Cameras.output;
import static org.mediacapture.core.select.Cameras.plain;
import static org.mediacapture.core.select.Cameras.select;
import static org.mediacapture.core.select.Cameras.steerable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraints;

/** Senseless, huge and extreme constraints. */
class BadInputTest {
    @Test
    @Rule("CM-4")
    void tenThousandAdvancedSetsAreGoneThrough() {
        List<Map<String, ?>> sets = new ArrayList<>(IntStream.range(0, 10_000)
                .<Map<String, ?>>mapToObj(i -> Map.of(
                        "aspectRatio", Map.of("exact", 1.23456789 + i * 1e-7),
                        "width", Map.of("min", i % 1000),
                        "zoom", i))
                .toList());
        sets.add(Map.of("zoom", 3));

        Selection selection = select(steerable(), Map.of("width", 640, "advanced", sets));

        assertThat(selection.distance()).isZero();
        assertThat(selection.controls().toMap()).as("the last one is taken").isEqualTo(Map.of("zoom", 3.0));
    }

    @Test
    void stringsOfAMegabyteAreValuesLikeOthers() {
        String megabyte = "x".repeat(1_000_000);

        assertThat(select(steerable(), Map.of("exposureMode", megabyte, "deviceId", megabyte))
                        .distance())
                .isEqualTo(2);
        assertThatThrownBy(() -> select(steerable(), Map.of("facingMode", Map.of("exact", megabyte))))
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(2000));
    }

    @Test
    void aMessageIsOneLineThatIsCutBetweenCharacters() {
        String line = "x".repeat(20) + "\n2026-01-01 INFO forged\u2028\u0085\r" + "y".repeat(700);
        String face = new String(Character.toChars(0x1F600));

        assertThatThrownBy(() -> select(steerable(), Map.of("exposureMode", Map.of("exact", line))))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains("forged")
                        .doesNotContainPattern("[\\p{Cc}\\u2028\\u2029]"));
        assertThat(Excerpt.of("ab" + face, 3)).isEqualTo("ab...");
        assertThat(Excerpt.of("ab" + face, 4)).isEqualTo("ab" + face);
    }

    @Test
    @Rule({"CM-6", "IDL-2"})
    void aPropertyThatNobodyKnowsCostsNothing() {
        Map<String, ?> asked = Map.of("doesNotExist", Map.of("exact", 1), "vendor:nothing", 3, "width", 640);

        assertThat(select(steerable(), asked).distance()).isZero();
    }

    @Test
    @Rule("RES-8")
    void aBlurThatTheCameraLacksCannotBeRequired() {
        assertThat(plain().capabilities().toMap()).doesNotContainKey("backgroundBlur");
        assertFails("backgroundBlur", plain(), Map.of("backgroundBlur", Map.of("exact", true)));
        assertThat(select(plain(), Map.of("backgroundBlur", true)).distance()).isEqualTo(1);
    }

    @Test
    @Rule("IDL-5")
    void sizesOfZeroAndOfTheLargestIntegerAreLegal() {
        assertThat(output(plain(), Map.of("width", 0, "height", 0))).isEqualTo(Output.of(VGA));
        assertFails("width", plain(), Map.of("width", Map.of("exact", 0)));
        assertFails("width", plain(), Map.of("width", Map.of("max", 0)));
        assertFails("width", plain(), Map.of("width", Map.of("min", 4294967295L)));
        assertThat(output(plain(), Map.of("width", Map.of("min", 0, "max", 4294967295L))))
                .isEqualTo(Output.of(VGA));
        assertThat(output(plain(), Map.of("width", 4294967295L, "height", 1L << 40))
                        .width())
                .isEqualTo(1920);
    }

    @Test
    void numbersThatDidNotPassAConversionAreNoWish() {
        MediaTrackConstraints asked = MediaTrackConstraints.builder()
                .ideal(FRAME_RATE, Double.NaN)
                .ideal(ASPECT_RATIO, Double.POSITIVE_INFINITY)
                .with(ZOOM, Constraint.ideal(Double.NEGATIVE_INFINITY))
                .build();

        assertThat(ConstraintSolver.select(steerable(), Current.NONE, asked, List.of())
                        .distance())
                .isZero();
    }

    @Test
    void wishesBelowZeroAreWishesForZero() {
        MediaTrackConstraints asked = MediaTrackConstraints.builder()
                .ideal(FRAME_RATE, -30.0)
                .ideal(ASPECT_RATIO, -1e300)
                .ideal(WIDTH, -5L)
                .build();

        Selection selection = ConstraintSolver.select(plain(), Current.NONE, asked, List.of());

        assertThat(selection.output()).isEqualTo(Output.of(VGA));
        assertThat(selection.distance()).isEqualTo(3);
    }

    @Test
    @Rule("IDL-6")
    void ofAListOfNumbersTheFirstCounts() {
        MediaTrackConstraints asked = MediaTrackConstraints.builder()
                .with(WIDTH, Constraint.exactAnyOf(List.of(640L, 320L)))
                .build();

        assertThat(ConstraintSolver.select(plain(), Current.NONE, asked, List.of())
                        .output())
                .isEqualTo(Output.of(VGA));
    }

    @Test
    void extremeRatiosAndModesAreNoTrouble() {
        CameraSpace line = plain(mode(Integer.MAX_VALUE, 1, 1e-300), mode(1, Integer.MAX_VALUE, 1e300));

        assertThat(output(line, Map.of("aspectRatio", 1e300)).width()).isEqualTo(Integer.MAX_VALUE);
        assertThat(output(line, Map.of("aspectRatio", 12345.678)).height()).isEqualTo(1);
        assertThat(output(line, Map.of("aspectRatio", Map.of("exact", 1)))).isEqualTo(new Output(1, 1, 1e-300, true));
        assertFails("aspectRatio", plain(), Map.of("aspectRatio", Map.of("min", 1e300)));
        assertFails("aspectRatio", plain(), Map.of("aspectRatio", Map.of("max", -1)));
    }
}
