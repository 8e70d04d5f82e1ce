// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.List;

/**
 * That a source takes points, and how many. The specification publishes no capability for {@code pointsOfInterest}
 * (PX-25): a provider tells with this that it takes them, and it never appears among the capabilities of a track.
 * Immutable.
 *
 * @param max largest number of points, at least 1
 */
public record PointLimit(int max) implements Capability {
    /**
     * Makes a limit.
     *
     * @param max largest number of points, at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public PointLimit {
        if (max < 1) {
            throw new IllegalArgumentException("PointLimit(" + max + "): needs at least 1 point");
        }
    }

    @Override
    public boolean admits(Object value) {
        return value instanceof List<?> points && points.size() <= max;
    }

    @Override
    public Integer toValue() {
        return max;
    }
}
