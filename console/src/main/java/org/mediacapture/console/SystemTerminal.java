// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that the process was started from. Stateless. */
final class SystemTerminal {
    /**
     * JLine's own library first: it costs no processes, and the other way, by stty, is there where it has none. Not the one
     * that needs JDK 22.
     */
    private static final String PROVIDERS = "jni,exec";

    private static final int USUAL_COLUMNS = 80;
    private static final int USUAL_ROWS = 24;

    private static final String SAMPLE = "─●▀µ";

    private SystemTerminal() {}

    /**
     * Takes the terminal; closing gives it back as it was. Its signals (Ctrl-C, Ctrl-Z) do nothing to the process from now on.
     *
     * @throws IOException if there is none
     */
    static Terminal open() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Terminal.class.getClassLoader()); // JLine looks there for its providers
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .name("mediacapture")
                    .system(true)
                    .encoding(encoding())
                    .providers(PROVIDERS)
                    .nativeSignals(true)
                    .signalHandler(Terminal.SignalHandler.SIG_IGN)
                    .build();
            assumeSize(terminal);
            keepOutput(terminal);
            return terminal;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A serial line does not know its size, which it is told here for good, and the line editor draws nothing on a screen of none. */
    private static void assumeSize(Terminal terminal) {
        if (terminal.getWidth() == 0 || terminal.getHeight() == 0) {
            terminal.setSize(new Size(USUAL_COLUMNS, USUAL_ROWS));
        }
    }

    /**
     * When Ctrl-C comes, terminals throw away what they have not shown yet, perhaps half of a picture; then the prompt would stand
     * anywhere.
     */
    private static void keepOutput(Terminal terminal) {
        Attributes attributes = terminal.getAttributes();
        attributes.setLocalFlag(Attributes.LocalFlag.NOFLSH, true);
        terminal.setAttributes(attributes);
    }

    /** That of the locale; UTF-8 where that lacks what commands print, since terminals show it all the same. */
    private static Charset encoding() {
        Charset charset = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
        return charset.newEncoder().canEncode(SAMPLE) ? charset : StandardCharsets.UTF_8;
    }
}
