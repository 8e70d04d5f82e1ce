// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * The shapes in which a constraint on a property may be written (IDL-6).
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#dictionary-mediatrackconstraintset-members">Media Capture
 *     and Streams: constraint types</a>
 */
public enum ConstraintShape {
    /** A number or <code>{min, max, exact, ideal}</code>. */
    NUMBER(true),
    /** A number, a boolean ("has the property at all") or <code>{min, max, exact, ideal}</code>: pan, tilt and zoom. */
    NUMBER_OR_PRESENCE(true),
    /** A boolean or <code>{exact, ideal}</code>. */
    BOOLEAN(false),
    /** A string, a list of strings (any of them), or <code>{exact, ideal}</code> of either. */
    STRING(false),
    /** A boolean, a string, or <code>{exact, ideal}</code> of either. */
    BOOLEAN_OR_STRING(false),
    /** A list of points or <code>{exact, ideal}</code> of such lists. */
    POINTS(false);

    private final boolean ordered;

    ConstraintShape(boolean ordered) {
        this.ordered = ordered;
    }

    /**
     * Whether {@code min} and {@code max} are members of this shape.
     *
     * @return true for the numbers
     */
    public boolean hasRange() {
        return ordered;
    }
}
