// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.util.concurrent.atomic.AtomicReference;

/** Gives something back once, however often it is run. Thread-safe. */
final class Loan implements Runnable {
    private final AtomicReference<Runnable> giveBack;

    Loan(Runnable giveBack) {
        this.giveBack = new AtomicReference<>(giveBack);
    }

    @Override
    public void run() {
        giveBack.getAndSet(Loan::nothing).run();
    }

    private static void nothing() {}
}
