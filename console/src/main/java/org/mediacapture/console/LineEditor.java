// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.nio.file.Path;
import org.apache.felix.gogo.jline.Parser;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;

/** Makes the line editor of a session. Stateless. */
final class LineEditor {
    private LineEditor() {}

    /**
     * Makes an editor.
     *
     * @param completer completes commands and their arguments
     * @param history the file for what is typed; each line is appended at once, so that several sessions can have the same
     */
    static LineReader of(Terminal terminal, CommandSession session, Completer completer, Path history) {
        return LineReaderBuilder.builder()
                .appName("mediacapture")
                .terminal(terminal)
                .parser(new Parser())
                .highlighter(new LineColours(session))
                .completer(completer)
                .history(new DiscreetHistory())
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%M%P > ")
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                // An exclamation mark is part of many passwords, and here means nothing else.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }
}
