// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.mediacapture.constraint.Point2D;

/**
 * What the controls do to the picture, apart from their ranges and units. What the automatics choose does nothing to it:
 * they keep it as it is. Immutable.
 *
 * @param zoom magnification, a ratio of 1 to 4
 * @param pan direction in arc seconds from that of the camera at first, positive to the right
 * @param tilt direction in arc seconds from that of the camera at first, positive upwards
 * @param brightness offset of luma in 8-bit levels, -100 to 100
 * @param contrast factor of luma about the middle grey, 0 to 2
 * @param saturation factor of colour, 0 to 2
 * @param exposure exposure in EV against the right one
 * @param warmth how many times the colour temperature is doubled against the right one; larger is redder
 * @param sharpness strength of sharpening, 0 (none) to 1
 * @param defocus how far the focus is from the scene: how many times the distance is doubled or halved, at least 0
 * @param torch whether the torch is lit
 * @param points points of interest, which are marked; fractions of width and height
 */
record Look(
        double zoom,
        double pan,
        double tilt,
        double brightness,
        double contrast,
        double saturation,
        double exposure,
        double warmth,
        double sharpness,
        double defocus,
        boolean torch,
        List<Point2D> points) {
    /** What an untouched camera shows. */
    static final Look NEUTRAL = new Look(1, 0, 0, 0, 1, 1, 0, 0, 0, 0, false, List.of());

    private static final double BRIGHTNESS_LEVELS = 100;
    private static final double MOST_ZOOM = 4;

    /** What a camera in a given state shows. */
    static Look of(OfferedControls offered, ControlState state) {
        Reader reader = new Reader(offered, state);
        return new Look(
                1 + reader.read(MockControl.ZOOM, Look::enlargement),
                reader.read(MockControl.PAN, (offer, value) -> value - (Double) offer.initial()),
                reader.read(MockControl.TILT, (offer, value) -> value - (Double) offer.initial()),
                reader.read(MockControl.BRIGHTNESS, Look::levels),
                1 + reader.read(MockControl.CONTRAST, ControlOffer::position),
                1 + reader.read(MockControl.SATURATION, ControlOffer::position),
                reader.exposure(),
                reader.readManual(MockControl.COLOR_TEMPERATURE),
                reader.read(MockControl.SHARPNESS, ControlOffer::strength),
                Math.abs(reader.readManual(MockControl.FOCUS_DISTANCE)),
                Boolean.TRUE.equals(state.values().get(MockControl.TORCH)),
                reader.points());
    }

    /** This look under the light of a flash. */
    Look flashed(double stops) {
        return new Look(
                zoom,
                pan,
                tilt,
                brightness,
                contrast,
                saturation,
                exposure + stops,
                warmth,
                sharpness,
                defocus,
                torch,
                points);
    }

    /** Levels of luma; binary noise after the sixth decimal place goes. */
    private static double levels(ControlOffer offer, double value) {
        return Math.rint(BRIGHTNESS_LEVELS * offer.position(value) * 1e6) / 1e6;
    }

    /** Magnification above 1: against the smallest value where that is a ratio, else over the range from 1 to 4. */
    private static double enlargement(ControlOffer offer, double value) {
        double smallest = offer.range().min();
        double ratio = smallest > 0 ? value / smallest : 1 + (MOST_ZOOM - 1) * offer.strength(value);
        return Math.min(ratio, MOST_ZOOM) - 1;
    }

    /** Measures the controls of a camera; one that it does not have is neutral. */
    private record Reader(OfferedControls offered, ControlState state) {
        double read(MockControl control, ToDoubleBiFunction<ControlOffer, Double> measure) {
            return offered.offer(control)
                    .map(offer -> measure.applyAsDouble(offer, state.number(control)))
                    .orElse(0.0);
        }

        /** A value that counts only in mode manual, in stops. */
        double readManual(MockControl control) {
            boolean counts = control.automaticBy()
                    .filter(mode -> state.mode(mode).equals(MockControl.MANUAL))
                    .isPresent();
            return counts ? read(control, ControlOffer::stops) : 0;
        }

        double exposure() {
            boolean compensated = state.isAutomatic(MockControl.EXPOSURE_MODE)
                    || !state.values().containsKey(MockControl.EXPOSURE_MODE);
            double compensation = compensated ? read(MockControl.EXPOSURE_COMPENSATION, (offer, value) -> value) : 0;
            return readManual(MockControl.EXPOSURE_TIME) + readManual(MockControl.ISO) + compensation;
        }

        List<Point2D> points() {
            List<?> points = (List<?>) state.values().getOrDefault(MockControl.POINTS_OF_INTEREST, List.of());
            return points.stream().map(Point2D.class::cast).toList();
        }
    }
}
