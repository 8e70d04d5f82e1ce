// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.constraint.ValueKind;
import org.mediacapture.core.select.CameraSpace;
import org.mediacapture.core.select.ConstraintSolver;
import org.mediacapture.core.select.Current;
import org.mediacapture.core.select.Selection;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.VideoMode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** SelectSettings for a camera with 60 modes, constraints on every property of the table, and ten advanced sets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SolverBenchmark {
    private static final int[][] SIZES = {
        {160, 120},
        {176, 144},
        {320, 180},
        {320, 240},
        {352, 288},
        {424, 240},
        {640, 360},
        {640, 480},
        {800, 600},
        {848, 480},
        {960, 540},
        {1024, 768},
        {1280, 720},
        {1280, 960},
        {1600, 896},
        {1600, 1200},
        {1920, 1080},
        {2048, 1536},
        {2560, 1440},
        {3840, 2160}
    };
    private static final double[] RATES = {30, 15, 60};
    private static final int ADVANCED_SETS = 10;

    private final CameraSpace camera = new CameraSpace(modes(), controls(), MediaTrackSettings.empty());
    private final MediaTrackConstraints everything = everything();
    private final MediaTrackConstraints basic = new MediaTrackConstraints(everything.basic(), List.of());
    private final MediaTrackConstraints usual = MediaTrackConstraints.builder()
            .ideal(ConstrainableProperty.WIDTH, 1280L)
            .ideal(ConstrainableProperty.HEIGHT, 720L)
            .build();

    /** Every property, ten advanced sets. */
    @Benchmark
    public Selection everyProperty() {
        return ConstraintSolver.select(camera, Current.NONE, everything, List.of());
    }

    /** Every property, and no advanced set. */
    @Benchmark
    public Selection everyPropertyOnce() {
        return ConstraintSolver.select(camera, Current.NONE, basic, List.of());
    }

    /** A width and a height, as most applications ask. */
    @Benchmark
    public Selection widthAndHeight() {
        return ConstraintSolver.select(camera, Current.NONE, usual, List.of());
    }

    private static List<VideoMode> modes() {
        List<VideoMode> modes = new ArrayList<>();
        for (int[] size : SIZES) {
            for (double rate : RATES) {
                modes.add(new VideoMode(size[0], size[1], rate, PixelFormat.MJPEG));
            }
        }
        return modes;
    }

    private static MediaTrackCapabilities controls() {
        MediaTrackCapabilities.Builder controls = MediaTrackCapabilities.builder();
        ConstrainableProperty.all().stream()
                .filter(property -> property.media().contains(MediaKind.VIDEO))
                .filter(property -> property.spec().toString().contains("image-capture"))
                .forEach(property -> controls.with(property, capability(property)));
        return controls.build();
    }

    private static Capability capability(ConstrainableProperty<?> property) {
        return switch (property.capabilityShape()) {
            case STEPPED_RANGE -> new MediaSettingsRange(0, 100, 1);
            case NONE -> new PointLimit(4);
            default ->
                property.kind() == ValueKind.BOOLEAN
                        ? Choices.of(false, true)
                        : Choices.of("none", "manual", "single-shot", "continuous");
        };
    }

    private static MediaTrackConstraints everything() {
        MediaTrackConstraints.Builder constraints = MediaTrackConstraints.builder();
        ConstrainableProperty.all().forEach(property -> ideal(constraints, property));
        for (int i = 0; i < ADVANCED_SETS; i++) {
            constraints.advanced(MediaTrackConstraints.fromMap(Map.of(
                            "width",
                            Map.of("min", 300 + 100 * i, "max", 3000),
                            "aspectRatio",
                            Map.of("min", 1.2, "max", 1.9),
                            "zoom",
                            Map.of("min", i)))
                    .basic());
        }
        return constraints.build();
    }

    private static <T> void ideal(MediaTrackConstraints.Builder constraints, ConstrainableProperty<T> property) {
        Object wish = switch (property.name()) {
            case "width" -> 1000;
            case "height" -> 700;
            case "aspectRatio" -> 1.5;
            case "frameRate" -> 24;
            case "pointsOfInterest" -> List.of();
            default ->
                property.kind() == ValueKind.BOOLEAN || property.kind() == ValueKind.BOOLEAN_OR_STRING
                        ? Boolean.TRUE
                        : property.kind() == ValueKind.STRING ? "continuous" : Integer.valueOf(42);
        };
        constraints.ideal(property, property.kind().convert(property.name(), wish));
    }
}
