// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.provider.VideoMode;

/** The selection over ranges against the enumeration of every dictionary of small cameras (CM-13). */
class ConstraintSolverPropertyTest {
    private static final double ROUNDING = 1e-9;
    private static final MediaTrackCapabilities CONTROLS = MediaTrackCapabilities.builder()
            .with(ZOOM, new MediaSettingsRange(1, 3, 1))
            .with(EXPOSURE_MODE, Choices.of("manual", "continuous"))
            .build();

    @Property(tries = 200, seed = "1")
    @Rule({"CM-4", "CM-9", "CM-10", "CM-11", "CM-13", "CM-17", "X-15"})
    void theSelectionIsAsGoodAsTheBestDictionary(
            @ForAll("cameras") CameraSpace space,
            @ForAll("requests") MediaTrackConstraints asked,
            @ForAll("currents") Current current) {
        assertIsBest(space, current, asked, List.of());
    }

    @Property(tries = 150, seed = "1")
    @Rule({"RES-6", "CM-13", "CM-17"})
    void theSelectionIsAsGoodAsTheBestDictionaryThatOthersAgreeTo(
            @ForAll("cameras") CameraSpace space,
            @ForAll("requests") MediaTrackConstraints asked,
            @ForAll("currents") Current current,
            @ForAll("requests") MediaTrackConstraints other) {
        Demand demand = new Demand(other, current.output());

        assertIsBest(space, current, asked, List.of(demand));
    }

    @Property(tries = 150, seed = "1")
    @Rule({"RES-6", "RES-3"})
    void anotherTrackGetsSomethingExactlyIfTheModeHasWhatItRequires(
            @ForAll("modes") VideoMode mode,
            @ForAll("requests") MediaTrackConstraints other,
            @ForAll("currents") Current current) {
        MediaTrackConstraintSet.Builder pictures = MediaTrackConstraintSet.builder();
        Output.PROPERTIES.forEach(property -> pictures.with(property, other.basic()));
        MediaTrackConstraints asked = new MediaTrackConstraints(pictures.build(), List.of());
        BruteForce all = new BruteForce(Cameras.plain(mode), asked, List.of());

        Optional<Output> output = ConstraintSolver.output(mode, new Demand(other, current.output()));

        assertThat(output.isPresent()).isEqualTo(!all.candidates().isEmpty());
        output.ifPresent(got -> {
            assertIsOf(mode, got);
            assertThat(FitnessDistance.of(asked.basic(), got.settings(), false)).isFinite();
        });
    }

    private static void assertIsBest(
            CameraSpace space, Current current, MediaTrackConstraints asked, List<Demand> others) {
        BruteForce all = new BruteForce(space, asked, others);
        if (all.candidates().isEmpty()) {
            OverconstrainedException failure = catchThrowableOfType(
                    OverconstrainedException.class, () -> ConstraintSolver.select(space, current, asked, others));
            assertThat(failure).isNotNull();
            assertThat(failure.constraint()).isIn(all.tellable());
            return;
        }
        Selection selection = ConstraintSolver.select(space, current, asked, others);
        MediaTrackSettings chosen = dictionary(space, selection);
        assertIsOf(selection.mode(), selection.output());
        assertThat(selection.distance()).isCloseTo(all.distance(), within(ROUNDING));
        assertThat(FitnessDistance.of(asked.basic(), chosen, false)).isCloseTo(selection.distance(), within(ROUNDING));
        assertThat(all.taken())
                .allSatisfy(
                        set -> assertThat(FitnessDistance.of(set, chosen, true)).isFinite());
    }

    private static void assertIsOf(VideoMode mode, Output output) {
        assertThat(output.width()).isLessThanOrEqualTo(mode.width());
        assertThat(output.height()).isLessThanOrEqualTo(mode.height());
        assertThat(output.frameRate()).isLessThanOrEqualTo(mode.frameRate());
        assertThat(output.cropAndScale() || output.equals(Output.of(mode))).isTrue();
    }

    /** The whole dictionary of a selection; controls that nothing constrains have any value. */
    private static MediaTrackSettings dictionary(CameraSpace space, Selection selection) {
        MediaTrackSettings untouched = space.controls().properties().isEmpty()
                ? MediaTrackSettings.empty()
                : MediaTrackSettings.builder()
                        .with(ZOOM, 1.0)
                        .with(EXPOSURE_MODE, "manual")
                        .build();
        return untouched.with(selection.controls()).with(selection.output().settings());
    }

    @Provide
    Arbitrary<CameraSpace> cameras() {
        return Combinators.combine(
                        modes().list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(CONTROLS, MediaTrackCapabilities.empty()))
                .as((modes, controls) -> new CameraSpace(modes, controls, MediaTrackSettings.empty()));
    }

    @Provide
    Arbitrary<VideoMode> modes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of(BruteForce.RATES))
                .as(Cameras::mode);
    }

    @Provide
    Arbitrary<Current> currents() {
        return Combinators.combine(modes(), modes(), Arbitraries.of(true, false))
                .as((mode, size, scaled) -> new Current(
                        Optional.of(mode),
                        Optional.of(new Output(size.width(), size.height(), size.frameRate(), scaled)),
                        MediaTrackSettings.builder().with(ZOOM, 2.0).build()));
    }

    @Provide
    Arbitrary<MediaTrackConstraints> requests() {
        return Combinators.combine(sets(), sets().list().ofMaxSize(3)).as((basic, advanced) -> {
            Map<String, Object> members = new HashMap<>(basic);
            members.put("advanced", advanced);
            return MediaTrackConstraints.fromMap(members);
        });
    }

    private static Arbitrary<Map<String, Object>> sets() {
        return Combinators.combine(
                        numbers(Arbitraries.integers().between(0, 11).map(Integer::doubleValue)),
                        numbers(Arbitraries.integers().between(0, 9).map(Integer::doubleValue)),
                        numbers(Arbitraries.of(
                                0.0, 0.5, 2 / 3.0, 1.0, 1.2, 4 / 3.0, 1.5, 1.7, 16 / 9.0, 2.0, 7.0, 12.0)),
                        numbers(Arbitraries.of(0.0, 5.0, 10.0, 30.0, 60.0)),
                        words("none", "crop-and-scale", "magic"),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, numbers(Arbitraries.of(0.0, 1.0, 2.0, 3.0, 4.0))),
                                Tuple.of(1, Arbitraries.<Object>of(true, false))),
                        words("manual", "continuous", "magic"))
                .as((width, height, ratio, rate, resizeMode, zoom, exposureMode) -> Map.of(
                        "width", width,
                        "height", height,
                        "aspectRatio", ratio,
                        "frameRate", rate,
                        "resizeMode", resizeMode,
                        "zoom", zoom,
                        "exposureMode", exposureMode));
    }

    private static Arbitrary<Object> numbers(Arbitrary<Double> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(Map.of())),
                Tuple.of(2, values.map(value -> value)),
                Tuple.of(1, values.map(value -> Map.of("exact", value))),
                Tuple.of(1, values.map(value -> Map.of("min", value))),
                Tuple.of(1, values.map(value -> Map.of("max", value))),
                Tuple.of(
                        2,
                        Combinators.combine(values, values, values)
                                .as((a, b, ideal) ->
                                        Map.of("min", Math.min(a, b), "max", Math.max(a, b), "ideal", ideal))),
                Tuple.of(1, Combinators.combine(values, values).as((min, max) -> Map.of("min", min, "max", max))));
    }

    private static Arbitrary<Object> words(String... words) {
        Arbitrary<String> word = Arbitraries.of(words);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(List.of())),
                Tuple.of(2, word.map(value -> value)),
                Tuple.of(2, word.map(value -> Map.of("exact", value))),
                Tuple.of(1, word.list().ofMaxSize(2).map(values -> Map.of("exact", values, "ideal", values))));
    }
}
