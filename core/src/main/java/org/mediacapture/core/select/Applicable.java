// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ASPECT_RATIO;
import static org.mediacapture.constraint.ConstrainableProperty.DEVICE_ID;
import static org.mediacapture.constraint.ConstrainableProperty.FRAME_RATE;
import static org.mediacapture.constraint.ConstrainableProperty.HEIGHT;
import static org.mediacapture.constraint.ConstrainableProperty.POINTS_OF_INTEREST;
import static org.mediacapture.constraint.ConstrainableProperty.WIDTH;

import java.util.List;
import java.util.Set;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackConstraintSet;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.Point2D;

/**
 * What of constraints counts for a kind of track. Left out is what is defined for the other kind only (GUM-6, CM-18), what
 * asks for nothing (CM-5), and "" as a deviceId (CM-16); points are clamped (PX-4). Of a list of numbers, which the IDL does
 * not have, the first counts (IDL-6). Pure functions.
 */
final class Applicable {
    /** Never negative, so that a negative wish is a wish for 0: at distance 1 from everything. */
    private static final Set<ConstrainableProperty<?>> POSITIVE = Set.of(WIDTH, HEIGHT, ASPECT_RATIO, FRAME_RATE);

    private Applicable() {}

    static MediaTrackConstraints of(MediaTrackConstraints constraints, MediaKind kind) {
        return new MediaTrackConstraints(
                of(constraints.basic(), kind),
                constraints.advanced().stream().map(set -> of(set, kind)).toList());
    }

    static MediaTrackConstraintSet of(MediaTrackConstraintSet set, MediaKind kind) {
        for (ConstrainableProperty<?> property : set.properties()) {
            if (!property.media().contains(kind)
                    || !isPlain(property, set.get(property).orElseThrow())) {
                return rebuilt(set, kind);
            }
        }
        return set; // the usual case: nothing to copy
    }

    /** Whether a constraint counts as it was given; nearly all do, and need no copy. */
    private static boolean isPlain(ConstrainableProperty<?> property, Constraint<?> constraint) {
        return !constraint.isEmpty()
                && isPlain(property, constraint.bare())
                && isPlain(property, constraint.exact())
                && isPlain(property, constraint.ideal());
    }

    private static boolean isPlain(ConstrainableProperty<?> property, List<?> values) {
        if (values.isEmpty()) {
            return true;
        }
        if (values.get(0) instanceof Number first) {
            boolean finite = Math.abs(first.doubleValue()) <= Double.MAX_VALUE;
            return values.size() == 1 && finite && (first.doubleValue() >= 0 || !POSITIVE.contains(property));
        }
        return property.equals(DEVICE_ID) ? !values.contains("") : !property.equals(POINTS_OF_INTEREST);
    }

    private static MediaTrackConstraintSet rebuilt(MediaTrackConstraintSet set, MediaKind kind) {
        MediaTrackConstraintSet.Builder applicable = MediaTrackConstraintSet.builder();
        for (ConstrainableProperty<?> property : set.properties()) {
            if (property.media().contains(kind)) {
                add(applicable, property, set);
            }
        }
        return applicable.build();
    }

    private static <T> void add(
            MediaTrackConstraintSet.Builder applicable,
            ConstrainableProperty<T> property,
            MediaTrackConstraintSet set) {
        Constraint<T> given = set.get(property).orElseThrow();
        if (isPlain(property, given)) {
            applicable.with(property, given);
            return;
        }
        Constraint<T> counting = new Constraint<>(
                wished(property, given.bare()),
                counting(property, given.exact()),
                wished(property, given.ideal()),
                given.min(),
                given.max(),
                given.presence(),
                given.lists());
        if (!counting.isEmpty()) {
            applicable.with(property, counting);
        }
    }

    private static <T> List<T> wished(ConstrainableProperty<T> property, List<T> values) {
        return counting(property, values).stream()
                .filter(value -> !(value instanceof Double number) || Double.isFinite(number))
                .map(value -> positive(property, value))
                .toList();
    }

    private static <T> T positive(ConstrainableProperty<T> property, T value) {
        return POSITIVE.contains(property) && FitnessDistance.number(value) < 0
                ? property.kind().convert(property.name(), 0)
                : value;
    }

    private static <T> List<T> counting(ConstrainableProperty<T> property, List<T> values) {
        if (property.equals(DEVICE_ID)) {
            return values.stream().filter(id -> !"".equals(id)).toList();
        }
        if (property.equals(POINTS_OF_INTEREST)) {
            return values.stream()
                    .filter(points -> !((List<?>) points).isEmpty())
                    .map(points -> property.kind().convert(property.name(), clamped((List<?>) points)))
                    .toList();
        }
        return !values.isEmpty() && values.get(0) instanceof Number ? values.subList(0, 1) : values;
    }

    private static List<?> clamped(List<?> points) {
        return points.stream()
                .map(point -> (Point2D) point)
                .map(point -> new Point2D(fraction(point.x()), fraction(point.y())))
                .toList();
    }

    private static double fraction(double coordinate) {
        return Math.min(Math.max(coordinate, 0), 1);
    }
}
