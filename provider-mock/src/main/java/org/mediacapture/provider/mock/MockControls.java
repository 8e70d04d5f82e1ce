// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackSettings;

/**
 * The controls of one open camera. Thread-safe: written by the camera's control queue, read by the timer's thread too.
 *
 * <p>A value that the camera chooses itself in the present mode is not moved by a wish, as on a webcam; when the mode is
 * left for manual, it stays where it is.
 */
final class MockControls {
    private final OfferedControls offered;
    private final Automatics automatics;
    private volatile ControlState state;
    private volatile Look look;

    MockControls(OfferedControls offered) {
        this.offered = offered;
        this.automatics = new Automatics(offered);
        this.state = ControlState.initial(offered);
        this.look = Look.of(offered, state);
    }

    OfferedControls offered() {
        return offered;
    }

    /** What pictures look like at present. */
    Look look() {
        return look;
    }

    /** A value for every control that is offered, as it is at a frame. */
    MediaTrackSettings settings(long frame) {
        ControlState now = state;
        MediaTrackSettings.Builder settings = MediaTrackSettings.builder();
        for (MockControl control : offered.controls()) {
            Object value = now.isChosen(control)
                    ? (Object) automatics.value(control, now, frame)
                    : now.values().get(control);
            settings.convert(control.property(), value);
        }
        return settings.build();
    }

    /** Whether the camera chooses the value of a control by itself at present. */
    boolean isChosen(MockControl control) {
        return state.isChosen(control);
    }

    /** The present value of a control that is offered and a number, in its unit. */
    double number(MockControl control, long frame) {
        return automatics.value(control, state, frame);
    }

    /**
     * Moves the controls that are offered to what is wanted, all within the same frame; modes first, whatever the order of
     * the wishes (PX-27).
     *
     * @throws IllegalArgumentException if a wish is none of the choices; nothing is moved then
     */
    void apply(MediaTrackSettings wanted, long frame) {
        Map<MockControl, Object> settled = settle(wanted);
        ControlState next = withModes(state, settled, frame);
        Map<MockControl, Object> values = ControlState.copy(next.values());
        boolean isoHeld = next.isoHeld();
        for (Map.Entry<MockControl, Object> each : settled.entrySet()) {
            MockControl control = each.getKey();
            if (control == MockControl.ISO) {
                isoHeld = true; // sensitivity depends on no mode: the exposure time follows alone
                values.put(control, each.getValue());
            } else if (!next.isChosen(control)) {
                values.put(control, each.getValue());
            }
        }
        state = new ControlState(values, next.since(), isoHeld);
        look = Look.of(offered, state);
    }

    private Map<MockControl, Object> settle(MediaTrackSettings wanted) {
        Map<MockControl, Object> settled = new EnumMap<>(MockControl.class);
        for (ControlOffer offer : offered.offers()) {
            Optional<?> wish = wanted.get(offer.control().property());
            wish.ifPresent(value -> settled.put(offer.control(), offer.settle(value)));
        }
        return settled;
    }

    /** The state after modes were set: what the camera chose so far stays as a value. */
    private ControlState withModes(ControlState before, Map<MockControl, Object> settled, long frame) {
        Map<MockControl, Object> values = ControlState.copy(before.values());
        Map<MockControl, Long> since = ControlState.copy(before.since());
        boolean isoHeld = before.isoHeld();
        for (ControlOffer offer : offered.offers()) {
            MockControl control = offer.control();
            boolean leaving = control.automaticBy().filter(settled::containsKey).isPresent();
            if (leaving && before.isChosen(control)) {
                values.put(control, automatics.value(control, before, frame));
            }
            if (control.isMode() && settled.containsKey(control)) {
                values.put(control, settled.get(control));
                since.put(control, frame);
                isoHeld = isoHeld && control != MockControl.EXPOSURE_MODE;
            }
        }
        return new ControlState(values, since, isoHeld);
    }
}
