// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.Point2D;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.provider.CameraSession;

/** What can be steered. Puts a camera back to what it was where nothing failed. Confined to the thread of the test. */
final class ControlChecks {
    private static final Set<ConstrainableProperty<?>> OF_THE_CORE = Set.of(
            ConstrainableProperty.WIDTH,
            ConstrainableProperty.HEIGHT,
            ConstrainableProperty.ASPECT_RATIO,
            ConstrainableProperty.FRAME_RATE,
            ConstrainableProperty.FACING_MODE,
            ConstrainableProperty.RESIZE_MODE,
            ConstrainableProperty.DEVICE_ID,
            ConstrainableProperty.GROUP_ID);
    private static final Set<ConstrainableProperty<?>> METERING = Set.of(
            ConstrainableProperty.WHITE_BALANCE_MODE,
            ConstrainableProperty.EXPOSURE_MODE,
            ConstrainableProperty.FOCUS_MODE);
    private static final Set<String> METERING_MODES = Set.of("none", "manual", "single-shot", "continuous");
    private static final String SWEEP = "single-shot";
    private static final double POINT_TOLERANCE = 0.01;

    private final Bench bench;

    ControlChecks(Bench bench) {
        this.bench = bench;
    }

    void wellFormed() throws Exception {
        CameraSession session = bench.open();
        MediaTrackCapabilities controls = session.controls();
        MediaTrackCapabilities known = bench.device().controls();
        Clause.CONTROLS_WELL_FORMED.require(
                known.properties().isEmpty() || known.equals(controls),
                "CameraDevice.controls() is " + known + " while the open session has " + controls);
        for (ConstrainableProperty<?> property : controls.properties()) {
            Clause.CONTROLS_WELL_FORMED.require(
                    !OF_THE_CORE.contains(property) && property.media().contains(MediaKind.VIDEO),
                    property + " is no control of a camera");
            wellFormed(property, controls.get(property).orElseThrow());
        }
    }

    private static void wellFormed(ConstrainableProperty<?> property, Capability capability) {
        if (capability instanceof Choices choices) {
            Clause.CONTROLS_WELL_FORMED.require(
                    new HashSet<>(choices.values()).size() == choices.values().size(),
                    property + " lists a choice twice: " + choices.values());
            choices.values().forEach(choice -> word(property, choice));
        }
        NumberRange.of(capability)
                .ifPresent(range -> Clause.CONTROLS_WELL_FORMED.require(
                        range.step() <= range.max() - range.min() && range.fits(property),
                        property + " has the range " + capability + ", in " + property.unit()));
    }

    private static void word(ConstrainableProperty<?> property, Object choice) {
        try {
            property.kind().convert(property.name(), choice);
        } catch (IllegalArgumentException e) {
            throw Clause.CONTROLS_WELL_FORMED.broken("a choice of the wrong kind: " + e.getMessage(), e);
        }
        Clause.CONTROLS_WELL_FORMED.require(
                !METERING.contains(property) || METERING_MODES.contains(choice),
                property + " lists " + choice + "; the words are " + METERING_MODES);
    }

    void settingsComplete() throws Exception {
        CameraSession session = bench.open();
        requireComplete("settings()", session, settings(session));
        requireComplete("apply() of nothing", session, apply(session, MediaTrackSettings.empty()));
    }

    private static void requireComplete(String what, CameraSession session, MediaTrackSettings settings) {
        for (ConstrainableProperty<?> property : session.controls().properties()) {
            Object value = settings.get(property).orElse(null);
            Clause.SETTINGS_COMPLETE.require(value != null, what + " has no value for " + property + ": " + settings);
            Capability capability = session.controls().get(property).orElseThrow();
            Clause.SETTINGS_COMPLETE.require(
                    capability.admits(value), what + " has " + property + " = " + value + ", outside " + capability);
        }
    }

    void numbers() throws Exception {
        CameraSession session = bench.open();
        MediaTrackSettings before = settings(session);
        List<ConstrainableProperty<?>> numeric = session.controls().properties().stream()
                .filter(property -> range(session, property).isPresent())
                .toList();
        Assumptions.assumeFalse(numeric.isEmpty(), "the camera has no control with a number");
        for (ConstrainableProperty<?> property : numeric) {
            NumberRange range = range(session, property).orElseThrow();
            for (double wish : new double[] {range.min(), range.max(), range.offStep()}) {
                number(session, property, range, wish);
            }
        }
        apply(session, before);
    }

    private void number(CameraSession session, ConstrainableProperty<?> property, NumberRange range, double wish)
            throws Exception {
        ModeChoice mode = ModeChoice.of(session.controls(), property);
        MediaTrackSettings wanted = mode.enabling().with(value(property, wish));
        MediaTrackSettings answer = apply(session, wanted);
        requireComplete("apply(" + wanted + ")", session, answer);
        double set = ((Number) answer.get(property).orElseThrow()).doubleValue();
        Clause.NUMBERS_IN_RANGE.require(
                range.isStep(set),
                "apply(" + wanted + ") set " + property + " to " + set + ", which is no step of " + range);
        Clause.NUMBERS_IN_RANGE.require(
                !mode.isPossible() || property.isVendor() || range.isNear(wish, set),
                "apply(" + wanted + ") set " + property + " to " + set + ", not the nearest step of " + range);
        requireTold(session, wanted, answer, property);
    }

    private void requireTold(
            CameraSession session,
            MediaTrackSettings wanted,
            MediaTrackSettings answer,
            ConstrainableProperty<?> property)
            throws Exception {
        MediaTrackSettings afterwards = settings(session);
        boolean moves = property.isVendor()
                || !ModeChoice.of(session.controls(), property).isIn(afterwards);
        Clause.APPLY_TELLS_SETTINGS.require(
                moves || afterwards.get(property).equals(answer.get(property)),
                "apply(" + wanted + ") answered " + answer + ", and settings() tells " + afterwards);
    }

    void choices() throws Exception {
        CameraSession session = bench.open();
        MediaTrackSettings before = settings(session);
        List<ConstrainableProperty<?>> listed = session.controls().properties().stream()
                .filter(property -> session.controls().get(property).orElseThrow() instanceof Choices)
                .toList();
        Assumptions.assumeFalse(listed.isEmpty(), "the camera has no control with choices");
        for (ConstrainableProperty<?> property : listed) {
            for (Object choice : ((Choices) session.controls().get(property).orElseThrow()).values()) {
                MediaTrackSettings wanted = value(property, choice);
                MediaTrackSettings answer = apply(session, wanted);
                requireComplete("apply(" + wanted + ")", session, answer);
                Clause.CHOICES_SETTABLE.require(
                        choice.equals(SWEEP)
                                || answer.get(property).orElseThrow().equals(choice),
                        "apply(" + wanted + ") answered " + answer);
                if (!choice.equals(SWEEP)) {
                    requireTold(session, wanted, answer, property);
                }
            }
        }
        apply(session, before);
    }

    void unnamedStay() throws Exception {
        CameraSession session = bench.open();
        MediaTrackSettings original = settings(session);
        Assumptions.assumeTrue(session.controls().properties().size() > 1, "the camera has fewer than two controls");
        for (ConstrainableProperty<?> property : session.controls().properties()) {
            MediaTrackSettings before = settings(session);
            Optional<MediaTrackSettings> wanted = other(session, property, before);
            if (wanted.isPresent()) {
                apply(session, wanted.get());
                requireRest(session, property, before, settings(session));
            }
        }
        apply(session, original);
    }

    private static void requireRest(
            CameraSession session,
            ConstrainableProperty<?> changed,
            MediaTrackSettings before,
            MediaTrackSettings after) {
        Set<ConstrainableProperty<?>> rest =
                new LinkedHashSet<>(session.controls().properties());
        rest.remove(changed);
        // What an automatic mode steers may move at any time; of the device's own properties only the device knows
        // which do.
        rest.removeIf(property -> property.isVendor()
                || movesByItself(session, property, before)
                || movesByItself(session, property, after)
                || before.get(property).filter(SWEEP::equals).isPresent());
        for (ConstrainableProperty<?> property : rest) {
            Clause.UNNAMED_STAY.require(
                    after.get(property).equals(before.get(property)),
                    "apply() of " + changed + " alone moved " + property + " from " + before.get(property) + " to "
                            + after.get(property));
        }
    }

    /** Whether a mode leaves a value to the camera; an automatic exposure also chooses the sensitivity. */
    private static boolean movesByItself(
            CameraSession session, ConstrainableProperty<?> property, MediaTrackSettings settings) {
        boolean automatic = settings.get(ConstrainableProperty.EXPOSURE_MODE)
                .filter(mode -> !mode.equals("manual"))
                .isPresent();
        return !ModeChoice.of(session.controls(), property).isIn(settings)
                || automatic && property.equals(ConstrainableProperty.ISO);
    }

    /** Another value of a property than it has, if there is one. */
    private static Optional<MediaTrackSettings> other(
            CameraSession session, ConstrainableProperty<?> property, MediaTrackSettings now) {
        Object value = now.get(property).orElseThrow();
        Capability capability = session.controls().get(property).orElseThrow();
        if (capability instanceof Choices choices) {
            return choices.values().stream()
                    .filter(choice -> !choice.equals(value) && !choice.equals(SWEEP))
                    .findFirst()
                    .map(choice -> value(property, choice));
        }
        return NumberRange.of(capability)
                .map(range ->
                        value(property, ((Number) value).doubleValue() == range.min() ? range.max() : range.min()));
    }

    void modeBeforeValue() throws Exception {
        CameraSession session = bench.open();
        MediaTrackSettings before = settings(session);
        List<ConstrainableProperty<?>> dependent = session.controls().properties().stream()
                .filter(property -> range(session, property).isPresent())
                .filter(property -> ModeChoice.of(session.controls(), property).hasBoth())
                .toList();
        Assumptions.assumeFalse(dependent.isEmpty(), "the camera has no value that depends on a mode");
        for (ConstrainableProperty<?> property : dependent) {
            NumberRange range = range(session, property).orElseThrow();
            ModeChoice mode = ModeChoice.of(session.controls(), property);
            for (double wish : new double[] {range.min(), range.max()}) {
                apply(session, mode.disabling());
                MediaTrackSettings wanted = mode.enabling().with(value(property, wish));
                MediaTrackSettings answer = apply(session, wanted);
                double set = ((Number) answer.get(property).orElseThrow()).doubleValue();
                Clause.MODE_BEFORE_VALUE.require(
                        mode.isIn(answer) && range.isNear(wish, set), "apply(" + wanted + ") answered " + answer);
            }
        }
        apply(session, before);
    }

    void points() throws Exception {
        CameraSession session = bench.open();
        boolean taken = session.controls()
                .get(ConstrainableProperty.POINTS_OF_INTEREST)
                .filter(PointLimit.class::isInstance)
                .isPresent();
        Assumptions.assumeTrue(taken, "the camera takes no points of interest");
        MediaTrackSettings before = settings(session);
        Point2D point = new Point2D(0.25, 0.75);
        MediaTrackSettings answer = apply(session, value(ConstrainableProperty.POINTS_OF_INTEREST, List.of(point)));
        List<Point2D> told =
                answer.get(ConstrainableProperty.POINTS_OF_INTEREST).orElse(List.of());
        Clause.POINTS.require(
                told.size() == 1
                        && Math.abs(told.get(0).x() - point.x()) <= POINT_TOLERANCE
                        && Math.abs(told.get(0).y() - point.y()) <= POINT_TOLERANCE,
                "apply() of " + point + " answered " + told);
        apply(session, before);
    }

    void whileStreaming() throws Exception {
        Bench.Stream stream = bench.stream(bench.releasing());
        CameraSession session = stream.session();
        MediaTrackSettings before = settings(session);
        for (ConstrainableProperty<?> property : session.controls().properties()) {
            Optional<MediaTrackSettings> wanted = other(session, property, settings(session));
            if (wanted.isPresent()) {
                requireComplete("apply() while streaming", session, apply(session, wanted.get()));
            }
        }
        apply(session, before);
        bench.requireFrames(
                Clause.CONTROLS_WHILE_STREAMING, stream.sink(), stream.sink().count() + 2, "after apply()");
    }

    private MediaTrackSettings settings(CameraSession session) throws Exception {
        MediaTrackSettings settings = bench.calls().call("settings()", session::settings);
        Clause.ABSENCE.require(settings != null, "settings() returned null");
        return settings;
    }

    private MediaTrackSettings apply(CameraSession session, MediaTrackSettings wanted) throws Exception {
        MediaTrackSettings answer = bench.calls().call("apply(" + wanted + ")", () -> session.apply(wanted));
        Clause.ABSENCE.require(answer != null, "apply(" + wanted + ") returned null");
        return answer;
    }

    private static Optional<NumberRange> range(CameraSession session, ConstrainableProperty<?> property) {
        return session.controls().get(property).flatMap(NumberRange::of);
    }

    private static MediaTrackSettings value(ConstrainableProperty<?> property, Object value) {
        return MediaTrackSettings.builder().convert(property, value).build();
    }
}
