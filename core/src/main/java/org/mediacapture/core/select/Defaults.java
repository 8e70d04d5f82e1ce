// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import static org.mediacapture.constraint.ConstrainableProperty.ECHO_CANCELLATION;

import java.util.Optional;
import org.mediacapture.constraint.ConstrainableProperty;

/** What is chosen where nothing is asked: 640x480 at 30 frames per second, echo cancelled, as browsers do (CM-12). */
final class Defaults {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final double FRAME_RATE = 30;

    private Defaults() {}

    /** How far an output is from the usual one; 0 is the same. Too few pixels are farther off than any number of them. */
    static double distance(Output output) {
        boolean covers = output.width() >= WIDTH && output.height() >= HEIGHT;
        return (covers ? 0 : 1)
                + FitnessDistance.relative(output.width(), WIDTH)
                + FitnessDistance.relative(output.height(), HEIGHT)
                + FitnessDistance.relative(output.frameRate(), FRAME_RATE);
    }

    /** The usual value of a control, if it has one. */
    static Optional<?> of(ConstrainableProperty<?> property) {
        return property.equals(ECHO_CANCELLATION) ? Optional.of(true) : Optional.empty();
    }
}
