// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import java.io.Console;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.mediacapture.shell.network.PasswordPrompt;
import org.mediacapture.shell.output.Screen;

/** Asks the person at the terminal of a session. Thread-safe. */
public final class TerminalPrompt {
    /** Where a console leaves a function that asks, since it has the terminal. */
    private static final String ASK = ".ask";

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
        return session.get(ASK) instanceof Function ask
                ? question -> Optional.of(ask(ask, session, question))
                : question -> Optional.ofNullable(System.console()).map(console -> ask(console, question));
    }

    private static String ask(Function ask, CommandSession session, String question) throws InterruptedException {
        try {
            return String.valueOf(ask.execute(session, List.of(question)));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(Console console, String question) {
        return Optional.ofNullable(console.readPassword("%s", question))
                .map(String::new)
                .orElse("");
    }
}
