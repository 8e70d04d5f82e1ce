// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

/**
 * The names of DOMExceptions that this API uses. {@code TypeError} is not among them: it is
 * {@link IllegalArgumentException}.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException-error-names">Web IDL: error names</a>
 */
public enum ErrorName {
    /** The track has ended, or another state forbids the call (IC-3). */
    INVALID_STATE("InvalidStateError", 11),
    /** The call is not possible with this kind of track or these photo settings (IC-1, IC-9). */
    NOT_SUPPORTED("NotSupportedError", 9),
    /** The bundle may not use the device (GUM-9). */
    NOT_ALLOWED("NotAllowedError", 0),
    /** There is no device of the requested kind (GUM-5). */
    NOT_FOUND("NotFoundError", 8),
    /** The device exists and cannot be read: busy, lost, broken, unreachable (GUM-13). */
    NOT_READABLE("NotReadableError", 0),
    /** A required constraint cannot be met (CM-17); always an {@link OverconstrainedException}. */
    OVERCONSTRAINED("OverconstrainedError", 0),
    /** Opening failed for a reason that is none of the others (GUM-13). */
    ABORT("AbortError", 20),
    /** The device failed while doing what it was asked (IC-11). */
    OPERATION("OperationError", 0),
    /** A photo or a frame could not be completed (IC-4, IC-14). */
    UNKNOWN("UnknownError", 0),
    /** The application is not in the state in which it may do this (PTZ-5). */
    SECURITY("SecurityError", 18);

    private final String value;
    private final int code;

    ErrorName(String value, int code) {
        this.value = value;
        this.code = code;
    }

    /**
     * The specification's name.
     *
     * @return for example "NotReadableError"
     */
    public String value() {
        return value;
    }

    /**
     * The legacy code of the name, which old scripts compare.
     *
     * @return for example 8 for "NotFoundError"; 0 for the names that have none, "OverconstrainedError" among them
     *     (IDL-9)
     */
    public int code() {
        return code;
    }
}
