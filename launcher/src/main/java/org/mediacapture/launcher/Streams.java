// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * The standard streams that the process was started with. Immutable.
 *
 * @param in what commands read
 * @param out what commands print, and nothing else
 * @param err what goes wrong
 */
record Streams(InputStream in, PrintStream out, PrintStream err) {
    /** Tells the person who started the process that something is wrong. */
    void complain(String message) {
        err.println("mediacapture: " + message);
        err.flush();
    }
}
