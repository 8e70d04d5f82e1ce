// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.words;

/**
 * Why a command failed, in one sentence for the person who typed it. A Gogo console prints class and message, so the
 * message has everything: the name of the W3C's error where there is one, what happened, what would help.
 */
public final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a failure.
     *
     * @param message the sentence
     * @param cause what lies behind it
     */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
