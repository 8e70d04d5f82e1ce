// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The kind of value a constrainable property has, with the conversion rules of the Web IDL (IDL-5). Immutable.
 *
 * @param <T> the Java type of a value
 */
public final class ValueKind<T> {
    /** An {@code unsigned long}, clamped into 0 to 4294967295; NaN is 0; rounded to the nearest integer, ties to even. */
    public static final ValueKind<Long> ULONG = new ValueKind<>("a number", ValueKind::toUnsignedLong);

    /** A finite {@code double}; NaN and the infinities are refused. */
    public static final ValueKind<Double> DOUBLE = new ValueKind<>("a finite number", ValueKind::toDouble);

    /** A {@code DOMString}; any text is legal, unknown ones just equal no setting (IDL-4). */
    public static final ValueKind<String> STRING = new ValueKind<>("a string", ValueKind::toText);

    /** A {@code boolean}. */
    public static final ValueKind<Boolean> BOOLEAN =
            new ValueKind<>("true or false", value -> value instanceof Boolean flag ? flag : null);

    /** A {@code boolean} or a {@code DOMString}: only {@code echoCancellation} has this kind. */
    public static final ValueKind<Object> BOOLEAN_OR_STRING =
            new ValueKind<>("true, false or a string", value -> value instanceof Boolean ? value : toText(value));

    /** A list of {@link Point2D}; maps with {@code x} and {@code y} are converted. */
    public static final ValueKind<List<Point2D>> POINTS =
            new ValueKind<>("a list of points {x, y}", ValueKind::toPoints);

    private static final double MAX_UNSIGNED_LONG = 4294967295.0;

    private final String accepted;
    private final Conversion<T> conversion;

    private ValueKind(String accepted, Conversion<T> conversion) {
        this.accepted = accepted;
        this.conversion = conversion;
    }

    /**
     * Converts a value as the Web IDL does.
     *
     * @param name what the value is for, used in the message of a failure
     * @param value the value
     * @return the converted value
     * @throws IllegalArgumentException if the value has no conversion; the message names {@code name}, the value and what
     *     is accepted (the IDL's {@code TypeError})
     */
    public T convert(String name, Object value) {
        T converted = conversion.apply(value);
        if (converted == null) {
            throw new IllegalArgumentException(name + ": " + shown(value) + " is not " + accepted);
        }
        return converted;
    }

    /**
     * What values are accepted, in words.
     *
     * @return for example "a finite number"
     */
    @Override
    public String toString() {
        return accepted;
    }

    static String shown(Object value) {
        return value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
    }

    private static Long toUnsignedLong(Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double rounded = Math.rint(number.doubleValue());
        return Double.isNaN(rounded) ? 0L : (long) Math.min(Math.max(rounded, 0.0), MAX_UNSIGNED_LONG);
    }

    private static Double toDouble(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    private static String toText(Object value) {
        return value instanceof CharSequence text ? text.toString() : null;
    }

    private static List<Point2D> toPoints(Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<Point2D> points = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof Point2D point) {
                points.add(point);
            } else if (element instanceof Map<?, ?> members) {
                points.add(Point2D.fromMap(members));
            } else {
                return null;
            }
        }
        return List.copyOf(points);
    }

    /** Answers null for a value that has no conversion. */
    private interface Conversion<T> {
        T apply(Object value);
    }
}
