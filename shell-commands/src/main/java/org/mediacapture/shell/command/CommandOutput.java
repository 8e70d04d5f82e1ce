// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;
import org.mediacapture.shell.output.StandardStreams;
import org.mediacapture.shell.picture.Drawing;

/** Where commands print what is no answer. Thread-safe. */
final class CommandOutput {
    private static final int STANDARD_OUTPUT = 1;

    private CommandOutput() {}

    /**
     * The standard output, for a command that is mostly ended by an interrupt. One that comes while the command writes to its standard output
     * closes that for good, and with it that of the session: unless it is a pipe, what lies behind it is written to.
     */
    static PrintStream whole(CommandSession session) {
        boolean piped = Optional.ofNullable(Process.Utils.current())
                .filter(process -> !process.isTty(STANDARD_OUTPUT))
                .isPresent();
        return piped ? StandardStreams.out(session) : session.getConsole();
    }

    /** Prints a drawing that stays. Blocks are not in every character set that a process may have been started with. */
    static void print(CommandSession session, Drawing drawing) {
        PrintStream out = StandardStreams.out(session);
        byte[] bytes = drawing.text().replaceAll(" +\n", "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
