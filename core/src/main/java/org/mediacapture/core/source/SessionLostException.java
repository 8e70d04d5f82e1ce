// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.source;

/** The session behind an operation went while the operation was under way; it may be repeated on a successor (HS-4). */
public final class SessionLostException extends Exception {
    private static final long serialVersionUID = 1L;

    SessionLostException(String message) {
        super(message);
    }
}
