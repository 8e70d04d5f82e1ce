// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.select;

import java.util.Objects;
import java.util.Optional;
import org.mediacapture.constraint.MediaTrackConstraints;

/**
 * Another track on the same camera, whose required constraints must stay satisfiable (RES-6). What it asks of the device's
 * identity is ignored: it has that device. Immutable.
 *
 * @param constraints what it asked
 * @param output what it gets at present, or empty
 */
public record Demand(MediaTrackConstraints constraints, Optional<Output> output) {
    /** Makes a demand. */
    public Demand {
        Objects.requireNonNull(constraints, "constraints");
        Objects.requireNonNull(output, "output");
    }
}
