// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * The shell's command {@code exit}. It ends the process in order, by stopping the framework first, unlike
 * {@code System.exit} in the shell's thread, for which that very thread would be waited. Thread-safe; public because Gogo
 * calls commands by reflection.
 */
public final class ExitCommand {
    /** The names of the commands, for Gogo. */
    static final String[] FUNCTIONS = {"exit"};

    private final IntConsumer exit;

    ExitCommand(IntConsumer exit) {
        this.exit = exit;
    }

    /** Ends the process with exit code 0. */
    public void exit() {
        exit(ExitCode.OK);
    }

    /**
     * Ends the process.
     *
     * @param code the exit code
     */
    public void exit(int code) {
        exit.accept(code);
        try {
            new CountDownLatch(1)
                    .await(); // what follows in the script must not run; the shell is interrupted as it stops
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
