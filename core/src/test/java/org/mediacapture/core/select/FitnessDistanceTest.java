// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.PAN;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;
import static org.mediacapture.core.select.Cameras.FULL_HD;
import static org.mediacapture.core.select.Cameras.HD;
import static org.mediacapture.core.select.Cameras.SLOW;
import static org.mediacapture.core.select.Cameras.VGA;
import static org.mediacapture.core.select.Cameras.asking;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.MediaTrackSettings;

/** The formula of the distance, and the worked examples W-1 to W-12 on four native dictionaries. */
class FitnessDistanceTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final List<MediaTrackSettings> NATIVE = List.of(VGA, HD, FULL_HD, SLOW).stream()
            .map(mode -> Output.of(mode).settings())
            .toList();

    /** Distances of 640x480, 1280x720, 1920x1080 and 1920x1080@5, and the places of those that win. */
    private record Golden(String id, Map<String, ?> basic, List<Double> distances, List<Integer> winners) {
        @Override
        public String toString() {
            return id + " " + basic;
        }
    }

    static List<Golden> goldenTable() {
        return List.of(
                new Golden("W-1", Map.of("width", 1280), List.of(0.5, 0.0, 0.333333, 0.333333), List.of(1)),
                new Golden(
                        "W-2",
                        Map.of("width", 1280, "height", 720, "aspectRatio", 1.5),
                        List.of(0.944444, 0.156250, 0.822917, 0.822917),
                        List.of(1)),
                new Golden(
                        "W-3",
                        Map.of("width", Map.of("min", 1000, "ideal", 1280), "frameRate", Map.of("min", 20)),
                        List.of(INF, 0.0, 0.333333, INF),
                        List.of(1)),
                new Golden(
                        "W-4",
                        Map.of("width", Map.of("exact", 1920), "frameRate", 60),
                        List.of(INF, INF, 0.5, 0.916667),
                        List.of(2)),
                new Golden("W-5", Map.of("frameRate", Map.of("min", 40)), List.of(INF, INF, INF, INF), List.of()),
                new Golden("W-6", Map.of("width", 0), List.of(1.0, 1.0, 1.0, 1.0), List.of(0, 1, 2, 3)),
                new Golden(
                        "W-11",
                        Map.of("width", Map.of("exact", 1280), "height", Map.of("exact", 1080)),
                        List.of(INF, INF, INF, INF),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("goldenTable")
    @Rule({"CM-2", "CM-3", "CM-7", "CM-10", "W-1", "W-2", "W-3", "W-4", "W-5", "W-6", "W-11"})
    void theWorkedExamplesComeOutAsComputed(Golden golden) {
        List<Double> distances = NATIVE.stream()
                .map(dictionary -> basic(golden.basic(), dictionary))
                .toList();
        double least = Collections.min(distances);

        assertThat(IntStream.range(0, distances.size())
                        .boxed()
                        .filter(place -> least < INF && distances.get(place) == least)
                        .toList())
                .isEqualTo(golden.winners());
        for (int i = 0; i < NATIVE.size(); i++) {
            double expected = golden.distances().get(i);
            double distance = distances.get(i);
            if (expected == INF) {
                assertThat(distance).as("%s", NATIVE.get(i)).isEqualTo(INF);
            } else {
                assertThat(distance).as("%s", NATIVE.get(i)).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    @Rule({"CM-7", "PTZ-4", "W-7", "W-8"})
    void w7AndW8ABooleanForPanAsksWhetherItIsThere() {
        MediaTrackSettings pans = MediaTrackSettings.builder().with(PAN, 0.0).build();

        assertThat(basic(Map.of("pan", true), pans)).isZero();
        assertThat(basic(Map.of("pan", true), MediaTrackSettings.empty())).isEqualTo(1);
        assertThat(basic(Map.of("pan", false), pans)).isEqualTo(1);
        assertThat(basic(Map.of("pan", false), MediaTrackSettings.empty())).isZero();
    }

    @Test
    @Rule({"CM-7", "CM-8", "W-9"})
    void w9AnIdealNumberCostsItsShareOfTheLargerOne() {
        assertThat(basic(Map.of("zoom", 2), MediaTrackSettings.empty())).isEqualTo(1);
        assertThat(basic(Map.of("zoom", 2), zoom(1))).isEqualTo(0.5);
        assertThat(basic(Map.of("zoom", 2), zoom(2))).isZero();
    }

    @Test
    @Rule({"CM-8", "W-10"})
    void w10DifferentSignsCostUpToTwo() {
        MediaTrackSettings right =
                MediaTrackSettings.builder().with(PAN, 3600.0).build();

        assertThat(basic(Map.of("pan", -3600), right)).isEqualTo(2);
        assertThat(basic(Map.of("pan", 0), right)).isEqualTo(1);
    }

    @Test
    @Rule({"CM-1", "CM-2", "CM-10", "W-12"})
    void w12ABareValueIsExactInAnAdvancedSet() {
        assertThat(NATIVE)
                .allMatch(dictionary -> advanced(Map.of("width", 1920, "height", 1280), dictionary) == INF)
                .extracting(dictionary -> advanced(Map.of("aspectRatio", 4 / 3.0), dictionary))
                .containsExactly(0.0, INF, INF, INF);
    }

    @Test
    @Rule({"CM-2", "CM-7"})
    void anyElementOfAListOfStringsIsGood() {
        MediaTrackSettings vga = Output.of(VGA).settings();

        assertThat(basic(Map.of("resizeMode", List.of("magic", "none")), vga)).isZero();
        assertThat(basic(Map.of("resizeMode", List.of("magic", "more")), vga)).isEqualTo(1);
        assertThat(basic(Map.of("resizeMode", Map.of("exact", List.of("magic", "none"))), vga))
                .isZero();
        assertThat(basic(Map.of("resizeMode", Map.of("exact", List.of("magic"))), vga))
                .isEqualTo(INF);
    }

    @Test
    @Rule("CM-7")
    void aRequiredPropertyThatIsMissingIsInfinitelyFar() {
        assertThat(basic(Map.of("torch", Map.of("exact", true)), MediaTrackSettings.empty()))
                .isEqualTo(INF);
        assertThat(advanced(Map.of("torch", true), MediaTrackSettings.empty())).isEqualTo(INF);
    }

    @Test
    @Rule("CM-19")
    void aBooleanForZoomInAnAdvancedSetRequiresThatItIsThereOrNot() {
        assertThat(advanced(Map.of("zoom", true), zoom(1))).isZero();
        assertThat(advanced(Map.of("zoom", true), MediaTrackSettings.empty())).isEqualTo(INF);
        assertThat(advanced(Map.of("zoom", false), zoom(1))).isEqualTo(INF);
        assertThat(advanced(Map.of("zoom", false), MediaTrackSettings.empty())).isZero();
    }

    @Test
    @Rule("RES-4")
    void aspectRatiosAreComparedAtTheTenthDecimalPlace() {
        MediaTrackSettings vga = Output.of(VGA).settings();

        assertThat(vga.get(ASPECT_RATIO)).contains(1.3333333333);
        for (String word : List.of("exact", "min", "max")) {
            assertThat(basic(Map.of("aspectRatio", Map.of(word, 4 / 3.0)), vga))
                    .as(word)
                    .isZero();
            assertThat(basic(Map.of("aspectRatio", Map.of(word, 1.3333333333)), vga))
                    .as(word)
                    .isZero();
        }
        assertThat(basic(Map.of("aspectRatio", Map.of("min", 1.3333333334)), vga))
                .isEqualTo(INF);
    }

    private static MediaTrackSettings zoom(double zoom) {
        return MediaTrackSettings.builder().with(ZOOM, zoom).build();
    }

    private static double basic(Map<String, ?> set, MediaTrackSettings dictionary) {
        return FitnessDistance.of(asking(set).basic(), dictionary, false);
    }

    private static double advanced(Map<String, ?> set, MediaTrackSettings dictionary) {
        return FitnessDistance.of(asking(set).basic(), dictionary, true);
    }
}
