// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

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
     * @param min smallest value, 0 to 4294967295
     * @param max largest value, at least {@code min}
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

    /**
     * Converts a dictionary; other members are ignored (IDL-2). The IDL's members are optional; here both ends are needed, since
     * a range without one admits nothing that could be told: what a device does not have is absent as a whole.
     *
     * @param members the numbers {@code min} and {@code max}; clamped and rounded as {@link ValueKind#ULONG} (IDL-5)
     * @return the range
     * @throws IllegalArgumentException if min or max is missing, a member has no conversion, or the range is none; the
     *     message names the member and the value
     */
    public static ULongRange fromMap(Map<String, ?> members) {
        return read(MemberPath.ROOT, Objects.requireNonNull(members, "members"));
    }

    static ULongRange read(MemberPath path, Object value) {
        Dictionary members = Dictionary.of(path, value, "a map with min and max");
        long min = members.require("min", ValueKind.ULONG);
        long max = members.require("max", ValueKind.ULONG);
        return path.making(() -> new ULongRange(min, max));
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
