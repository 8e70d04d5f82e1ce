// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

/** The process cannot go on; the message is for the person who started it. */
final class LaunchException extends Exception {
    private static final long serialVersionUID = 1L;

    LaunchException(String message, Throwable cause) {
        super(message, cause);
    }

    LaunchException(String message) {
        super(message);
    }
}
