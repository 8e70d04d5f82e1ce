// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the controls of an open camera are set to at one moment. Immutable.
 *
 * @param values a value for every control that is offered; of one that the camera chooses itself, the last that was set
 * @param since for modes: the number of the frame at which they were last set, 0 if never
 * @param isoHeld whether the sensitivity stays as it was set, although the camera chooses the exposure
 */
record ControlState(Map<MockControl, Object> values, Map<MockControl, Long> since, boolean isoHeld) {
    ControlState {
        values = Collections.unmodifiableMap(copy(values));
        since = Collections.unmodifiableMap(copy(since));
    }

    /** A copy that may be changed. */
    static <V> Map<MockControl, V> copy(Map<MockControl, V> map) {
        Map<MockControl, V> copy = new EnumMap<>(MockControl.class);
        copy.putAll(map);
        return copy;
    }

    /** What a camera has that was just opened. */
    static ControlState initial(OfferedControls offered) {
        Map<MockControl, Object> values = new EnumMap<>(MockControl.class);
        offered.offers().forEach(offer -> values.put(offer.control(), offer.initial()));
        return new ControlState(values, Map.of(), false);
    }

    /** The number that a control is set to. */
    double number(MockControl control) {
        return (Double) values.get(control);
    }

    /** The mode that a control is in; cameras without it behave as in mode manual. */
    String mode(MockControl mode) {
        return (String) values.getOrDefault(mode, MockControl.MANUAL);
    }

    /** Whether a mode leaves the choice to the camera. */
    boolean isAutomatic(MockControl mode) {
        return mode(mode).equals(MockControl.CONTINUOUS) || mode(mode).equals(MockControl.SINGLE_SHOT);
    }

    /** Whether the camera chooses the value of a control by itself. */
    boolean isChosen(MockControl control) {
        boolean held = control == MockControl.ISO && isoHeld;
        Optional<MockControl> mode = control.automaticBy();
        return !held && mode.isPresent() && isAutomatic(mode.get());
    }

    long since(MockControl mode) {
        return since.getOrDefault(mode, 0L);
    }
}
