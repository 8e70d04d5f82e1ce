// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.io.Console;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.mediacapture.shell.network.PasswordPrompt;
import org.mediacapture.shell.output.Screen;

/** Asks the person at the terminal of a session. Thread-safe. */
public final class TerminalPrompt {
    private TerminalPrompt() {}

    /**
     * The way to ask whoever types into a session.
     *
     * @param session the session
     * @return asks in the terminal; asks nobody where the session has none, as in a script
     */
    public static PasswordPrompt of(CommandSession session) {
        if (!Screen.of(session).terminal()) {
            return question -> Optional.empty();
        }
        return question -> Optional.ofNullable(System.console()).map(console -> ask(console, question));
    }

    private static String ask(Console console, String question) {
        return Optional.ofNullable(console.readPassword("%s", question))
                .map(String::new)
                .orElse("");
    }
}
