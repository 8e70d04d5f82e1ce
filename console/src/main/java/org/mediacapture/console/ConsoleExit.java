// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

/** Somebody typed {@code exit}. */
final class ConsoleExit extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    ConsoleExit(int code) {
        super("exit " + code, null, false, false);
        this.code = code;
    }

    int code() {
        return code;
    }
}
