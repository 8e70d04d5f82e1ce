// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.constraint.MediaTrackSettings;

/**
 * The values of all controls at one moment. A control that a camera does not offer has its initial value. Immutable.
 *
 * @param zoom magnification, a ratio of 1 to 4
 * @param brightness offset of luma in 8-bit levels, -100 to 100
 * @param pan direction in arc seconds, -36000 to 36000, positive to the right
 */
record ControlValues(double zoom, double brightness, double pan) {
    /** What an untouched camera has. */
    static final ControlValues INITIAL =
            new ControlValues(MockControl.ZOOM.initial(), MockControl.BRIGHTNESS.initial(), MockControl.PAN.initial());

    double get(MockControl control) {
        return switch (control) {
            case ZOOM -> zoom;
            case BRIGHTNESS -> brightness;
            case PAN -> pan;
        };
    }

    /** These values with one of them moved to the step nearest to a wish in the control's unit. */
    ControlValues with(MockControl control, double wish) {
        double value = control.snap(wish);
        return switch (control) {
            case ZOOM -> new ControlValues(value, brightness, pan);
            case BRIGHTNESS -> new ControlValues(zoom, value, pan);
            case PAN -> new ControlValues(zoom, brightness, value);
        };
    }

    /** Adds the value of a control to settings. */
    void addTo(MediaTrackSettings.Builder settings, MockControl control) {
        settings.with(control.property(), get(control));
    }
}
