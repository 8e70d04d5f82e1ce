// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Bytes of a camera that have to come in time: a server that sends one now and then keeps every time-out of a socket from
 * expiring. Confined to the capture thread.
 */
final class GuardedInput extends FilterInputStream {
    private final Interruption interruption;

    GuardedInput(InputStream in, Interruption interruption) {
        super(in);
        this.interruption = interruption;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        check();
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        check();
        return count;
    }

    private void check() throws InterruptedIOException {
        if (interruption.isCancelled() || interruption.isLate()) {
            throw new InterruptedIOException("took too long, or was cancelled");
        }
    }
}
