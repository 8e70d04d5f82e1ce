// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
     * @param min smallest value, finite
     * @param max largest value, finite, at least {@code min}
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

    /**
     * Converts a dictionary; other members are ignored (IDL-2). The IDL's members are optional; here both ends are needed, since
     * a range without one admits nothing that could be told: what a device does not have is absent as a whole.
     *
     * @param members the numbers {@code min} and {@code max}; finite (IDL-5)
     * @return the range
     * @throws IllegalArgumentException if min or max is missing, a member has no conversion, or the range is none; the
     *     message names the member and the value
     */
    public static DoubleRange fromMap(Map<String, ?> members) {
        return read(MemberPath.ROOT, Objects.requireNonNull(members, "members"));
    }

    static DoubleRange read(MemberPath path, Object value) {
        Dictionary members = Dictionary.of(path, value, "a map with min and max");
        double min = members.require("min", ValueKind.DOUBLE);
        double max = members.require("max", ValueKind.DOUBLE);
        return path.making(() -> new DoubleRange(min, max));
    }

    /**
     * The dictionary of this range.
     *
     * @return a new map with exactly min and max (IDL-8)
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("min", min);
        members.put("max", max);
        return members;
    }

    @Override
    public Map<String, Object> toValue() {
        return toMap();
    }
}
