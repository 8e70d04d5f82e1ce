// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.mediacapture.constraint.Choices;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.Point2D;
import org.mediacapture.constraint.PointLimit;
import org.mediacapture.constraint.ULongRange;

/** The controls of a fake camera. Thread-safe. */
final class FakeControls {
    private static final MediaTrackSettings INITIAL = MediaTrackSettings.builder()
            .with(ConstrainableProperty.EXPOSURE_MODE, "continuous")
            .with(ConstrainableProperty.EXPOSURE_TIME, 101.0)
            .with(ConstrainableProperty.BRIGHTNESS, 50.0)
            .with(ConstrainableProperty.TORCH, false)
            .with(ConstrainableProperty.POINTS_OF_INTEREST, List.<Point2D>of())
            .build();

    private final Set<Fault> faults;
    private MediaTrackSettings settings = INITIAL;

    FakeControls(Set<Fault> faults) {
        this.faults = faults;
    }

    static MediaTrackCapabilities capabilities(Set<Fault> faults) {
        MediaTrackCapabilities.Builder builder = MediaTrackCapabilities.builder()
                .with(ConstrainableProperty.EXPOSURE_MODE, Choices.of("continuous", "manual", "single-shot"))
                .with(ConstrainableProperty.EXPOSURE_TIME, new MediaSettingsRange(1, 1001, 10))
                .with(ConstrainableProperty.BRIGHTNESS, new MediaSettingsRange(0, 100, 5))
                .with(ConstrainableProperty.TORCH, Choices.of(false, true))
                .with(ConstrainableProperty.POINTS_OF_INTEREST, new PointLimit(2));
        if (faults.contains(Fault.WIDTH_IS_A_CONTROL)) {
            builder.with(ConstrainableProperty.WIDTH, new ULongRange(1, 64));
        }
        return builder.build();
    }

    synchronized MediaTrackSettings settings() {
        if (!faults.contains(Fault.A_SETTING_IS_MISSING)) {
            return settings;
        }
        MediaTrackSettings.Builder builder = MediaTrackSettings.builder();
        settings.properties().stream()
                .filter(property -> !property.equals(ConstrainableProperty.TORCH))
                .forEach(property ->
                        builder.convert(property, settings.get(property).orElseThrow()));
        return builder.build();
    }

    synchronized MediaTrackSettings apply(MediaTrackSettings wanted) {
        if (wanted.properties().isEmpty() && faults.contains(Fault.REFUSES_TO_APPLY_NOTHING)) {
            throw new IllegalArgumentException("nothing to apply");
        }
        if (faults.contains(Fault.RESETS_THE_REST)) {
            settings = INITIAL;
        }
        List<ConstrainableProperty<?>> order = new ArrayList<>(wanted.properties());
        if (faults.contains(Fault.VALUE_BEFORE_MODE)) {
            Collections.reverse(order);
        }
        MediaTrackSettings before = settings;
        order.forEach(property -> set(property, wanted.get(property).orElseThrow()));
        MediaTrackSettings answer = settings();
        if (faults.contains(Fault.FORGETS_WHAT_IT_ANSWERED)) {
            settings = before;
        }
        return faults.contains(Fault.ANSWERS_THE_WISH) ? answer.with(wanted) : answer;
    }

    private void set(ConstrainableProperty<?> property, Object wish) {
        boolean ignored =
                property.equals(ConstrainableProperty.POINTS_OF_INTEREST) && faults.contains(Fault.LOSES_POINTS)
                        || property.equals(ConstrainableProperty.TORCH) && faults.contains(Fault.IGNORES_CHOICES)
                        || property.equals(ConstrainableProperty.EXPOSURE_TIME)
                                && !settings.get(ConstrainableProperty.EXPOSURE_MODE)
                                        .orElseThrow()
                                        .equals("manual");
        if (!ignored) {
            Object value = !faults.contains(Fault.SNAPS_NOTHING)
                            && capabilities(faults).get(property).orElseThrow() instanceof MediaSettingsRange range
                    ? range.nearest(((Number) wish).doubleValue())
                    : wish;
            settings = settings.with(
                    MediaTrackSettings.builder().convert(property, value).build());
        }
    }
}
