// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Asks the person at the terminal and shows nothing of the answer, as for a password. Commands find it as the variable
 * {@value #VARIABLE} of their session; its argument is the question. For use by one command at a time.
 */
final class HiddenQuestion implements Function {
    static final String VARIABLE = ".ask";

    private static final char NO_ECHO = 0;

    private final Terminal terminal;

    HiddenQuestion(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String execute(CommandSession session, List<Object> question) throws InterruptedException {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
        try {
            return reader.readLine(String.valueOf(question.get(0)), NO_ECHO);
        } catch (UserInterruptException | EndOfFileException e) {
            throw new InterruptedException("no answer");
        }
    }
}
