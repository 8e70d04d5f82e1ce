// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/**
 * The command {@code exit} of the interactive shell. It ends the process in order: the main thread stops the framework, which
 * interrupts the shell. Nothing is printed any more, for the shell would tell of that interrupt. Thread-safe; public
 * because Gogo calls commands by reflection.
 */
public final class ExitCommand {
    /** The names of the commands, for Gogo. */
    static final String[] FUNCTIONS = {"exit"};

    private final IntConsumer exit;
    private final PrintStream out;

    /**
     * Makes the command.
     *
     * @param exit begins to end the process with a code
     * @param out standard output of the process; it is closed, for all who print to it
     */
    ExitCommand(IntConsumer exit, PrintStream out) {
        this.exit = exit;
        this.out = out;
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
        out.close();
        exit.accept(code);
        try {
            // Until the shell is interrupted: it must not go on to read its input.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
