// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.constraint;

import java.util.Objects;

/**
 * A failure of the media API: the DOMException of the specification, with its name. Promises fail with it; plain
 * methods throw it.
 *
 * @see <a href="https://webidl.spec.whatwg.org/#idl-DOMException">Web IDL: DOMException</a>
 */
public class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which of the failures it is. */
    private final ErrorName error;

    /**
     * Makes a failure without a cause.
     *
     * @param error which DOMException this is
     * @param message what happened, to what, and what would help
     */
    public MediaException(ErrorName error, String message) {
        this(error, message, null);
    }

    /**
     * Makes a failure.
     *
     * @param error which DOMException this is
     * @param message what happened, to what, and what would help
     * @param cause what lies behind it; may be null as with any {@link Throwable}
     */
    public MediaException(ErrorName error, String message, Throwable cause) {
        super(message, cause);
        this.error = Objects.requireNonNull(error, "error");
    }

    /**
     * Which failure this is.
     *
     * @return the error
     */
    public ErrorName error() {
        return error;
    }

    /**
     * The specification's name of the failure.
     *
     * @return for example "NotReadableError"
     */
    public String name() {
        return error.value();
    }

    /**
     * The legacy code of the failure's name.
     *
     * @return for example 8 for "NotFoundError"; 0 for names without one (IDL-9)
     */
    public int code() {
        return error.code();
    }

    /**
     * Name and message, as a browser shows them.
     *
     * @return for example "NotReadableError: door: connection refused"; the name alone if the message is empty
     */
    @Override
    public String toString() {
        String message = getMessage();
        return message == null || message.isEmpty() ? name() : name() + ": " + message;
    }
}
