// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A closed range of numbers in the unit of its property. Immutable.
 *
 * @param min smallest value, finite
 * @param max largest value, finite, at least {@code min}
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-doublerange">Media Capture and Streams: DoubleRange</a>
 */
public record DoubleRange(double min, double max) implements Capability {
    /**
     * Makes a range.
     *
     * @throws IllegalArgumentException if a bound is not finite or min is larger than max
     */
    public DoubleRange {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min > max) {
            throw new IllegalArgumentException(
                    "DoubleRange(min=" + min + ", max=" + max + "): needs finite min <= max");
        }
    }

    @Override
    public boolean admits(Object value) {
        return value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max;
    }

    @Override
    public Map<String, Object> toValue() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("min", min);
        members.put("max", max);
        return members;
    }
}
