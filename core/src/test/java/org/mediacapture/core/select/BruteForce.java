// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.EXPOSURE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.RESIZE_MODE;
import static org.mediacapture.constraint.ConstrainableProperty.ZOOM;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.provider.VideoMode;

/**
 * SelectSettings as the specification writes it: every dictionary of a small camera, one after the other (CM-10). Rates and
 * zooms are tried where constraints of the tests change their mind, and at the ends.
 */
final class BruteForce {
    static final List<Double> RATES = List.of(5.0, 10.0, 30.0);
    static final List<Double> ZOOMS = List.of(1.0, 2.0, 3.0);

    private final List<MediaTrackSettings> dictionaries;
    private final MediaTrackConstraints asked;

    BruteForce(CameraSpace space, MediaTrackConstraints asked, List<Demand> others) {
        List<MediaTrackSettings> controls = controls(space, others);
        this.asked = asked;
        this.dictionaries = space.modes().stream()
                .filter(mode -> others.stream().allMatch(other -> isPossible(mode, other)))
                .flatMap(BruteForce::outputs)
                .flatMap(output -> controls.stream().map(output::with))
                .toList();
    }

    /** Steps 2 and 3: the candidates; empty if the constraints cannot be met. */
    List<MediaTrackSettings> candidates() {
        return finite(dictionaries, asked.basic(), false);
    }

    /** Step 4: the advanced sets that are taken. */
    List<MediaTrackConstraintSet> taken() {
        List<MediaTrackConstraintSet> taken = new ArrayList<>();
        List<MediaTrackSettings> left = candidates();
        for (MediaTrackConstraintSet set : asked.advanced()) {
            List<MediaTrackSettings> satisfying = finite(left, set, true);
            if (!satisfying.isEmpty()) {
                taken.add(set);
                left = satisfying;
            }
        }
        return taken;
    }

    /** Step 5: the smallest distance that is left. */
    double distance() {
        List<MediaTrackSettings> left = candidates();
        for (MediaTrackConstraintSet set : taken()) {
            left = finite(left, set, true);
        }
        return left.stream()
                .mapToDouble(dictionary -> FitnessDistance.of(asked.basic(), dictionary, false))
                .min()
                .orElseThrow();
    }

    /** The names that a failure may tell (CM-17, X-15); "" for a combination, and where other tracks leave no mode at all. */
    Set<String> tellable() {
        Set<String> impossible = impossible();
        if (impossible.isEmpty() || dictionaries.isEmpty()) {
            impossible.add("");
        }
        return impossible;
    }

    private Set<String> impossible() {
        List<MediaTrackSettings> kind = finite(dictionaries, only(RESIZE_MODE), false);
        List<MediaTrackSettings> examined = kind.isEmpty() ? dictionaries : kind;
        return asked.basic().properties().stream()
                .filter(property ->
                        FitnessDistance.isRequired(asked.basic().get(property).orElseThrow(), false))
                .filter(property -> finite(examined, only(property), false).isEmpty())
                .map(ConstrainableProperty::name)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private MediaTrackConstraintSet only(ConstrainableProperty<?> property) {
        return MediaTrackConstraintSet.builder().with(property, asked.basic()).build();
    }

    private static List<MediaTrackSettings> finite(
            List<MediaTrackSettings> dictionaries, MediaTrackConstraintSet set, boolean advanced) {
        return dictionaries.stream()
                .filter(dictionary -> FitnessDistance.of(set, dictionary, advanced) < FitnessDistance.INFINITE)
                .toList();
    }

    private static Stream<MediaTrackSettings> outputs(VideoMode mode) {
        List<MediaTrackSettings> outputs = new ArrayList<>();
        outputs.add(Output.of(mode).settings());
        for (int width = 1; width <= mode.width(); width++) {
            for (int height = 1; height <= mode.height(); height++) {
                for (double rate : RATES) {
                    if (rate <= mode.frameRate()) {
                        outputs.add(new Output(width, height, rate, true).settings());
                    }
                }
            }
        }
        return outputs.stream();
    }

    private static List<MediaTrackSettings> controls(CameraSpace space, List<Demand> others) {
        if (space.controls().properties().isEmpty()) {
            return List.of(MediaTrackSettings.empty());
        }
        List<Double> zooms = agreed(ZOOM, ZOOMS, others);
        List<String> modes = agreed(
                EXPOSURE_MODE,
                ((Choices) space.controls().get(EXPOSURE_MODE).orElseThrow())
                        .values().stream().map(String.class::cast).toList(),
                others);
        return zooms.stream()
                .flatMap(zoom -> modes.stream()
                        .map(mode -> MediaTrackSettings.builder()
                                .with(ZOOM, zoom)
                                .with(EXPOSURE_MODE, mode)
                                .build()))
                .toList();
    }

    private static <T> List<T> agreed(ConstrainableProperty<T> property, List<T> values, List<Demand> others) {
        List<T> agreed = values;
        for (Demand other : others) {
            MediaTrackConstraintSet set = MediaTrackConstraintSet.builder()
                    .with(property, other.constraints().basic())
                    .build();
            List<T> left = agreed.stream()
                    .filter(value -> FitnessDistance.of(
                                    set,
                                    MediaTrackSettings.builder()
                                            .with(property, value)
                                            .build(),
                                    false)
                            < FitnessDistance.INFINITE)
                    .toList();
            agreed = left.isEmpty() ? agreed : left;
        }
        return agreed;
    }

    private static boolean isPossible(VideoMode mode, Demand other) {
        MediaTrackConstraintSet.Builder pictures = MediaTrackConstraintSet.builder();
        Output.PROPERTIES.forEach(
                property -> pictures.with(property, other.constraints().basic()));
        return !finite(outputs(mode).toList(), pictures.build(), false).isEmpty();
    }
}
