// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The standard streams that the process was started with. Immutable.
 *
 * @param in what commands read
 * @param out what commands print, and nothing else
 * @param err what goes wrong
 */
record Streams(InputStream in, PrintStream out, PrintStream err) {
    /** The same with an {@link #err} that can be closed without closing that of the process. */
    Streams withOwnErr() {
        OutputStream open = new FilterOutputStream(err) {
            @Override
            public void close() {
                err.flush();
            }
        };
        return new Streams(in, out, new PrintStream(open, true, Charset.defaultCharset()));
    }

    /** Tells the person who started the process that something is wrong. */
    void complain(String message) {
        err.println("mediacapture: " + message);
        err.flush();
    }
}
