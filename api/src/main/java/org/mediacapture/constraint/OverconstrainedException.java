// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Objects;

/**
 * A required constraint cannot be met.
 *
 * @see <a href="https://www.w3.org/TR/mediacapture-streams/#overconstrainederror-interface">Media Capture and Streams:
 *     OverconstrainedError</a> (IDL-9, CM-17)
 */
public class OverconstrainedException extends MediaException {
    private static final long serialVersionUID = 1L;

    /** Name of the property, or "". */
    private final String constraint;

    /**
     * Makes a failure whose message is "" (IDL-9).
     *
     * @param constraint name of the property whose required constraint no setting meets, or ""
     */
    public OverconstrainedException(String constraint) {
        this(constraint, "");
    }

    /**
     * Makes a failure. Its name is always "OverconstrainedError", its code 0 (IDL-9).
     *
     * @param constraint name of the property whose required constraint no setting meets, or "" when each one alone
     *     could be met and only the combination cannot
     * @param message what was asked and what the device offers
     */
    public OverconstrainedException(String constraint, String message) {
        super(ErrorName.OVERCONSTRAINED, message);
        this.constraint = Objects.requireNonNull(constraint, "constraint");
    }

    /**
     * The name of the property that cannot be met.
     *
     * @return the name, or "" for a combination
     */
    public String constraint() {
        return constraint;
    }
}
