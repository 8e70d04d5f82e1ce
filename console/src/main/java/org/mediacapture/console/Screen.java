// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Shows at once what commands print: the terminal collects, and Gogo's streams do not hand a flush on. As thread-safe as it. */
final class Screen extends FilterOutputStream {
    Screen(OutputStream terminal) {
        super(terminal);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        out.flush();
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush(); // the terminal is not ours to close
    }
}
