// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A point in the normalised square of a picture: the origin is the upper left corner, {@code x} grows to the right and
 * {@code y} downwards; both are fractions of the picture's width and height and useful in 0.0 to 1.0. Values outside
 * are legal and clamped where the point is applied. Immutable.
 *
 * @param x fraction of the width, finite
 * @param y fraction of the height, finite
 * @see <a href="https://www.w3.org/TR/image-capture/#dictdef-point2d">Image Capture: Point2D</a> (PX-4, IDL-7)
 */
public record Point2D(double x, double y) {
    /**
     * Makes a point.
     *
     * @param x fraction of the width, finite
     * @param y fraction of the height, finite
     * @throws IllegalArgumentException if a coordinate is NaN or infinite (IDL-5)
     */
    public Point2D {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException(
                    "Point2D(" + x + ", " + y + "): both coordinates must be finite numbers");
        }
    }

    /**
     * The point of an IDL dictionary; a member that is missing or null is 0.0 (IDL-7), others are ignored (IDL-2).
     *
     * @param members {@code x} and {@code y} as numbers
     * @return the point
     * @throws IllegalArgumentException if a member is not a finite number or a key is no string; the message names both
     *     the member and the value
     */
    public static Point2D fromMap(Map<?, ?> members) {
        return read(MemberPath.ROOT, Objects.requireNonNull(members, "members"));
    }

    static Point2D read(MemberPath path, Object value) {
        if (value instanceof Point2D point) {
            return point;
        }
        Dictionary members = Dictionary.ofElement(path, value, "a point {x, y}");
        return new Point2D(
                members.get("x", ValueKind.DOUBLE).orElse(0.0),
                members.get("y", ValueKind.DOUBLE).orElse(0.0));
    }

    /**
     * The dictionary of this point.
     *
     * @return a new map with {@code x} and {@code y}
     */
    public Map<String, Object> toMap() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("x", x);
        members.put("y", y);
        return members;
    }
}
