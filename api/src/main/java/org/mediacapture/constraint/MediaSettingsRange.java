// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A closed range of numbers with the smallest difference between two consecutive values, all in the unit of the
 * property. Immutable.
 *
 * @param min smallest value, finite
 * @param max largest value, finite, at least {@code min}
 * @param step smallest difference of two values, finite, 0 where there is only one value or none is known
 * @see <a href="https://www.w3.org/TR/image-capture/#mediasettingsrange-section">Image Capture: MediaSettingsRange</a>
 *     (PC-3)
 */
public record MediaSettingsRange(double min, double max, double step) implements Capability {
    /**
     * Makes a range.
     *
     * @param min smallest value, finite
     * @param max largest value, finite, at least {@code min}
     * @param step smallest difference of two values, finite, 0 where there is only one value or none is known
     * @throws IllegalArgumentException if a member is not finite, min is larger than max, or step is negative
     */
    public MediaSettingsRange {
        boolean finite = Double.isFinite(min) && Double.isFinite(max) && Double.isFinite(step);
        if (!finite || min > max || step < 0) {
            throw new IllegalArgumentException("MediaSettingsRange(min=" + min + ", max=" + max + ", step=" + step
                    + "): needs finite min <= max and step >= 0");
        }
    }

    /**
     * The value of this range nearest to a wish: clamped into the range, then moved to the nearest step from
     * {@code min}.
     *
     * @param wish any finite number in the unit of the property
     * @return a value of this range
     */
    public double nearest(double wish) {
        double clamped = Math.min(Math.max(wish, min), max);
        return step == 0 ? clamped : Math.min(decimal(min + Math.rint((clamped - min) / step) * step), max);
    }

    /** 1 + 12 × 0.1 is 2.2 for people: binary noise beyond the tenth decimal place goes. */
    private static double decimal(double value) {
        return Math.rint(value * 1e10) / 1e10;
    }

    @Override
    public boolean admits(Object value) {
        return value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max;
    }

    /**
     * Converts a dictionary; other members are ignored (IDL-2). The IDL's members are optional; here both ends are needed, since
     * a range without one admits nothing that could be told: what a device does not have is absent as a whole.
     *
     * @param members the numbers {@code min} and {@code max}, and {@code step}, which is 0 if it is missing; finite
     *     (IDL-5)
     * @return the range
     * @throws IllegalArgumentException if min or max is missing, a member has no conversion, or the range is none; the
     *     message names the member and the value
     */
    public static MediaSettingsRange fromMap(Map<String, ?> members) {
        return read(MemberPath.ROOT, Objects.requireNonNull(members, "members"));
    }

    static MediaSettingsRange read(MemberPath path, Object value) {
        Dictionary members = Dictionary.of(path, value, "a map with min, max and step");
        double min = members.require("min", ValueKind.DOUBLE);
        double max = members.require("max", ValueKind.DOUBLE);
        double step = members.get("step", ValueKind.DOUBLE).orElse(0.0);
        return path.making(() -> new MediaSettingsRange(min, max, step));
    }

    /**
     * The dictionary of this range.
     *
     * @return a new map with min, max and step
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("min", min);
        members.put("max", max);
        members.put("step", step);
        return members;
    }

    @Override
    public Map<String, Object> toValue() {
        return toMap();
    }
}
