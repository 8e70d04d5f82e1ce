// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * What the automatics of a camera choose: light, its colour, and the distance of the subject wander slowly about what they
 * were at first, by a script that depends on the frame number only, and the values follow. Thus the picture stays the same
 * while the automatics work. A pure function; immutable.
 */
final class Automatics {
    /** Frames that the sweep of mode single-shot takes. */
    static final long SWEEP_FRAMES = 15;

    private static final long LIGHT_PERIOD = 600;
    private static final long COLOR_PERIOD = 900;
    private static final long DISTANCE_PERIOD = 1200;
    private static final double LIGHT_STOPS = 0.4;
    private static final double COLOR_STOPS = 0.1;
    private static final double DISTANCE_STOPS = 0.2;
    private static final double SWEEP_STOPS = 0.5;

    private final OfferedControls offered;

    Automatics(OfferedControls offered) {
        this.offered = offered;
    }

    /** Whether there is less light than at first, so that a flash in mode auto fires. */
    static boolean isDark(long frame) {
        return frame % LIGHT_PERIOD > 0 && frame % LIGHT_PERIOD < LIGHT_PERIOD / 2;
    }

    /** The present value of a control that is offered and a number, in its unit. */
    double value(MockControl control, ControlState state, long frame) {
        if (!state.isChosen(control)) {
            return state.number(control);
        }
        MockControl mode = control.automaticBy().orElseThrow();
        ControlOffer offer = offered.offer(control).orElseThrow();
        if (state.mode(mode).equals(MockControl.CONTINUOUS)) {
            return offer.atStops(wanted(control, state, frame));
        }
        long sweptAt = state.since(mode) + SWEEP_FRAMES;
        double left = Math.max(0, sweptAt - frame) / (double) SWEEP_FRAMES;
        return offer.atStops(wanted(control, state, sweptAt) + SWEEP_STOPS * Math.sin(Math.PI * left));
    }

    /** How far a value is to be from the initial one, in {@link ControlOffer#stops}. */
    private double wanted(MockControl control, ControlState state, long frame) {
        return switch (control) {
            case COLOR_TEMPERATURE -> COLOR_STOPS * wave(frame, COLOR_PERIOD);
            case FOCUS_DISTANCE -> DISTANCE_STOPS * wave(frame, DISTANCE_PERIOD);
            case ISO -> light(frame) / 2;
            default -> light(frame) + compensation(state) - sensitivity(state, frame);
        };
    }

    /** How much more exposure is needed than at first, in EV: half of it comes from sensitivity, the rest from time. */
    private static double light(long frame) {
        return LIGHT_STOPS * wave(frame, LIGHT_PERIOD);
    }

    private double compensation(ControlState state) {
        return offered.offer(MockControl.EXPOSURE_COMPENSATION)
                .map(offer -> state.number(offer.control()))
                .orElse(0.0);
    }

    private double sensitivity(ControlState state, long frame) {
        return offered.offer(MockControl.ISO)
                .map(iso -> iso.stops(
                        state.isChosen(MockControl.ISO)
                                ? iso.atStops(light(frame) / 2)
                                : state.number(MockControl.ISO)))
                .orElse(0.0);
    }

    private static double wave(long frame, long period) {
        return Math.sin(2 * Math.PI * (frame % period) / period);
    }
}
