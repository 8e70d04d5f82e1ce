// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.ArrayList;
import java.util.List;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.Point2D;

/**
 * A control as one camera has it. The picture is neutral while a number has its initial value, whatever range and unit it
 * was given; the measures below say how far it is from there. Immutable.
 *
 * @param control which one
 * @param capability its range, choices, or number of points
 * @param initial its value on a camera that was just opened
 */
record ControlOffer(MockControl control, Capability capability, Object initial) {
    /** The measure of a range that does not lie above 0, and thus has no logarithm, from end to end. */
    private static final double LINEAR_STOPS = 8;

    ControlOffer {
        if (!capability.admits(initial)) {
            throw new IllegalArgumentException("controls: the initial value " + initial + " of "
                    + control.propertyName() + " is not within " + capability.toValue());
        }
    }

    /**
     * The value that a wish comes to: numbers are moved to the nearest step, points into the picture (PX-4, PX-26).
     *
     * @throws IllegalArgumentException if the wish is none of the choices, or too many points
     */
    Object settle(Object wish) {
        if (capability instanceof MediaSettingsRange) {
            return nearest(((Number) wish).doubleValue());
        }
        if (!capability.admits(wish)) {
            throw new IllegalArgumentException(
                    control.propertyName() + ": " + wish + " is not within " + capability.toValue());
        }
        return wish instanceof List<?> points ? inside(points) : wish;
    }

    /** The range of a control that is a number. */
    MediaSettingsRange range() {
        return (MediaSettingsRange) capability;
    }

    /** How many times the value is doubled against the initial one; a measure of the same size where that has no sense. */
    double stops(double value) {
        double start = (Double) initial;
        if (range().min() > 0) {
            return Math.log(value / start) / Math.log(2);
        }
        return width() == 0 ? 0 : (value - start) * LINEAR_STOPS / width();
    }

    /** The value that is so many {@link #stops} from the initial one, as near as the range allows. */
    double atStops(double stops) {
        double start = (Double) initial;
        return nearest(range().min() > 0 ? start * Math.pow(2, stops) : start + stops * width() / LINEAR_STOPS);
    }

    /** Where the value lies: -1 is the smallest, 0 the initial one, 1 the largest. */
    double position(double value) {
        double start = (Double) initial;
        double reach = value < start ? start - range().min() : range().max() - start;
        return reach == 0 ? 0 : (value - start) / reach;
    }

    /** Where the value lies: 0 is the smallest, 1 the largest. */
    double strength(double value) {
        return width() == 0 ? 0 : (value - range().min()) / width();
    }

    private double width() {
        return range().max() - range().min();
    }

    private double nearest(double wish) {
        return range().nearest(wish) + 0.0; // a plain zero, not the negative one
    }

    private static List<Point2D> inside(List<?> points) {
        List<Point2D> inside = new ArrayList<>();
        for (Object each : points) {
            Point2D point = (Point2D) each;
            inside.add(new Point2D(Math.min(Math.max(point.x(), 0), 1), Math.min(Math.max(point.y(), 0), 1)));
        }
        return List.copyOf(inside);
    }
}
