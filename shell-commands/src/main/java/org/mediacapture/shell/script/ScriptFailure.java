// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

/** A statement of a script failed, or could not be read: the cause says why. */
final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Makes a failure.
     *
     * @param line the number of the line, from 1
     */
    ScriptFailure(int line, Exception cause) {
        super("line " + line, cause, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** Why. */
    Exception reason() {
        return (Exception) getCause();
    }
}
