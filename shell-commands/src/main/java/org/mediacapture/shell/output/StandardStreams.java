// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/** Where the command that runs in this thread prints. Thread-safe. */
public final class StandardStreams {
    private static final int STANDARD_OUTPUT = 1;

    private StandardStreams() {}

    /**
     * The standard output of the command if that is a pipe, else that of the session: Gogo closes the former, and with it the
     * latter, when a command is interrupted while it writes, which ends most commands that print for long.
     *
     * @param session the session of the command
     * @return where it prints what is no answer, such as progress
     */
    public static PrintStream out(CommandSession session) {
        return Optional.ofNullable(Process.Utils.current())
                .filter(process -> !process.isTty(STANDARD_OUTPUT))
                .map(Process::out)
                .orElseGet(session::getConsole);
    }

    /**
     * The standard error of the command, which may be redirected, else what the session has.
     *
     * @param session the session of the command
     * @return where it tells what went wrong
     */
    public static PrintStream err(CommandSession session) {
        return Optional.ofNullable(Process.Utils.current()).map(Process::err).orElseGet(session::getConsole);
    }
}
