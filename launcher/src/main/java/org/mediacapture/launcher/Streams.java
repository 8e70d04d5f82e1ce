// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.FilterOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams that the process was started with. Immutable.
 *
 * @param in what commands read
 * @param out what commands print, and nothing else
 * @param err what goes wrong
 */
record Streams(InputStream in, PrintStream out, PrintStream err) {
    /** Beyond all that commands print. */
    private static final String SAMPLE = "─●▀µ";

    /**
     * Those of this process. Where its character set lacks what commands print, as in the locale C, they are UTF-8, which
     * terminals show all the same.
     */
    static Streams ofProcess() {
        return new Streams(System.in, able(System.out), able(System.err));
    }

    private static PrintStream able(PrintStream stream) {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return charset.newEncoder().canEncode(SAMPLE) ? stream : new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

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
