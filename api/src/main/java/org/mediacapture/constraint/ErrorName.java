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
    INVALID_STATE("InvalidStateError"),
    /** The call is not possible with this kind of track or these photo settings (IC-1, IC-9). */
    NOT_SUPPORTED("NotSupportedError"),
    /** The bundle may not use the device (GUM-9). */
    NOT_ALLOWED("NotAllowedError"),
    /** There is no device of the requested kind (GUM-5). */
    NOT_FOUND("NotFoundError"),
    /** The device exists and cannot be read: busy, lost, broken, unreachable (GUM-13). */
    NOT_READABLE("NotReadableError"),
    /** A required constraint cannot be met (CM-17); always an {@link OverconstrainedException}. */
    OVERCONSTRAINED("OverconstrainedError"),
    /** Opening failed for a reason that is none of the others (GUM-13). */
    ABORT("AbortError"),
    /** The device failed while doing what it was asked (IC-11). */
    OPERATION("OperationError"),
    /** A photo or a frame could not be completed (IC-4, IC-14). */
    UNKNOWN("UnknownError"),
    /** The application is not in the state in which it may do this (PTZ-5). */
    SECURITY("SecurityError");

    private final String value;

    ErrorName(String value) {
        this.value = value;
    }

    /**
     * The specification's name.
     *
     * @return for example "NotReadableError"
     */
    public String value() {
        return value;
    }
}
