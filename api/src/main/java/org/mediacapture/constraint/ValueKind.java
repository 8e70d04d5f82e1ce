// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.List;

/**
 * The kind of value a constrainable property has, with the conversion rules of the Web IDL (IDL-5). Immutable.
 *
 * <p>One thing is stricter than in a browser: a value of another Java type is refused and never turned into a number, a
 * boolean or a string. {@code "640"} is no number here, {@code 1} is no boolean, and {@code 5} is no string.
 *
 * @param <T> the Java type of a value
 */
public final class ValueKind<T> {
    /**
     * An {@code unsigned long}, of any {@link Number}: clamped into 0 to 4294967295; NaN is 0; rounded to the nearest
     * integer, ties to even.
     */
    public static final ValueKind<Long> ULONG = new ValueKind<>("a number", ValueKind::toUnsignedLong);

    /** A finite {@code double}, of any {@link Number}; NaN and the infinities are refused. */
    public static final ValueKind<Double> DOUBLE = new ValueKind<>("a finite number", ValueKind::toDouble);

    /** A {@code DOMString}, of any {@link CharSequence}; any is legal, unknown ones just equal no setting (IDL-4). */
    public static final ValueKind<String> STRING = new ValueKind<>("a string", ValueKind::toText);

    /** A {@code boolean}. */
    public static final ValueKind<Boolean> BOOLEAN =
            new ValueKind<>("true or false", (path, value) -> value instanceof Boolean flag ? flag : null);

    /** A {@code boolean} or a {@code DOMString}: only {@code echoCancellation} has this kind. */
    public static final ValueKind<Object> BOOLEAN_OR_STRING = new ValueKind<>(
            "true, false or a string", (path, value) -> value instanceof Boolean ? value : toText(path, value));

    /** A list of {@link Point2D}: any {@link Iterable} or array of points or of maps with {@code x} and {@code y}. */
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
     * @throws IllegalArgumentException if the value has no conversion; the message names {@code name}, the value and
     *     what is accepted (the IDL's {@code TypeError})
     */
    public T convert(String name, Object value) {
        return convert(MemberPath.of(name), value);
    }

    /** Converts the value that stands at this path. */
    T convert(MemberPath path, Object value) {
        T converted = conversion.apply(path, value);
        if (converted == null) {
            throw path.wrong(value, accepted);
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

    /** The value in the shape of the Web IDL: points become maps, everything else stays. */
    static Object plain(Object value) {
        return value instanceof List<?> points
                ? points.stream()
                        .<Object>map(point -> point instanceof Point2D at ? at.toMap() : point)
                        .toList()
                : value;
    }

    private static Long toUnsignedLong(MemberPath path, Object value) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double rounded = Math.rint(number.doubleValue());
        return Double.isNaN(rounded) ? 0L : (long) Math.min(Math.max(rounded, 0.0), MAX_UNSIGNED_LONG);
    }

    private static Double toDouble(MemberPath path, Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : null;
    }

    private static String toText(MemberPath path, Object value) {
        return value instanceof CharSequence text ? text.toString() : null;
    }

    private static List<Point2D> toPoints(MemberPath path, Object value) {
        return Sequence.of(path, value, Point2D::read).orElse(null);
    }

    /** Answers null for a value that has no conversion. */
    private interface Conversion<T> {
        T apply(MemberPath path, Object value);
    }
}
