// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider;

import java.util.Objects;

/** A camera could not do what was asked. The message names the camera's address and what the device or library said. */
public class CameraException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; the core makes the specification's error of it. */
    public enum Reason {
        /** Somebody else uses the camera: NotReadableError. */
        BUSY,
        /** The camera is gone, unreachable, or the session was closed: NotReadableError while opening. */
        LOST,
        /** The system or the camera refuses access: NotReadableError. */
        DENIED,
        /** Anything else: AbortError while opening, UnknownError or OperationError later. */
        FAILED
    }

    /** Why it failed. */
    private final Reason reason;

    /**
     * Makes a failure.
     *
     * @param reason why
     * @param message the address without credentials, and what happened
     */
    public CameraException(Reason reason, String message) {
        this(reason, message, null);
    }

    /**
     * Makes a failure with a cause.
     *
     * @param reason why
     * @param message the address without credentials, and what happened
     * @param cause what the device or library said; may be null as with any {@link Throwable}
     */
    public CameraException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Why the camera failed.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
