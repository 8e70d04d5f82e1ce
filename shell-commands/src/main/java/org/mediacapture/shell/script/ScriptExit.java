// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

/** A script asked for its own end. */
final class ScriptExit extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    ScriptExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
