// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A closed range of integers in the unit of its property. Immutable.
 *
 * @param min smallest value, 0 to 4294967295
 * @param max largest value, at least {@code min}
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dom-ulongrange">Media Capture and Streams: ULongRange</a>
 */
public record ULongRange(long min, long max) implements Capability {
    /**
     * Makes a range.
     *
     * @throws IllegalArgumentException if min is negative or larger than max
     */
    public ULongRange {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("ULongRange(min=" + min + ", max=" + max + "): needs 0 <= min <= max");
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
