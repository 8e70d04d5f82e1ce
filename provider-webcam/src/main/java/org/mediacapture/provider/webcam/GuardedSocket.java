// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket whose bytes have to come in time, those of the head of an answer too. Confined to the capture thread. */
final class GuardedSocket extends Socket {
    private final Interruption interruption;

    GuardedSocket(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new GuardedInput(super.getInputStream(), interruption);
    }
}
