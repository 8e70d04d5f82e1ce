// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.util.Objects;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Process;

/**
 * Where the output of a command is seen. Immutable: made anew for each drawing, it follows a terminal that is resized.
 *
 * @param columns characters in a line, at least 1
 * @param rows lines, at least 1
 * @param terminal whether a person sees the output; else it is plain, without colours, progress or escape sequences
 * @param colours the colours that may be used; {@link ColourDepth#NONE} where there is no terminal
 */
public record Screen(int columns, int rows, boolean terminal, ColourDepth colours) {
    /**
     * The variable of a session that says whether its output goes to a terminal, {@code true} or {@code false}, where that
     * cannot be seen or is not wanted.
     */
    public static final String TERMINAL = "camera.terminal";

    private static final int STANDARD_COLUMNS = 80;
    private static final int STANDARD_ROWS = 24;
    private static final int STANDARD_OUTPUT = 1;

    /** Where gogo.jline keeps the terminal of a session. */
    private static final String JLINE_TERMINAL = ".terminal";

    /**
     * Makes a screen.
     *
     * @throws IllegalArgumentException if it has no place for a character
     */
    public Screen {
        Objects.requireNonNull(colours, "colours");
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "screen: " + columns + "x" + rows + " is too small; at least 1x1 is accepted");
        }
    }

    /**
     * The screen of the command that runs in this thread.
     *
     * @param session its session
     * @return the screen as it is now
     */
    public static Screen of(CommandSession session) {
        return of(Surroundings.of(session));
    }

    /**
     * The screen of the command that runs in this thread.
     *
     * @param surroundings what is known of it
     * @return the screen as it is now
     */
    public static Screen of(Surroundings surroundings) {
        boolean terminal = isTerminal(surroundings);
        return new Screen(
                size(surroundings, "COLUMNS").orElse(STANDARD_COLUMNS),
                size(surroundings, "LINES").orElse(STANDARD_ROWS),
                terminal,
                terminal ? ColourDepth.of(surroundings) : ColourDepth.NONE);
    }

    /**
     * Whether the terminal shows at least so many colours.
     *
     * @param depth the colours
     * @return true if they may be used
     */
    public boolean shows(ColourDepth depth) {
        return colours.covers(depth);
    }

    /** What is piped to another command or into a file is seen by nobody. */
    private static boolean isTerminal(Surroundings surroundings) {
        boolean session = surroundings
                .ofSession(TERMINAL)
                .map(said -> Boolean.parseBoolean(String.valueOf(said)))
                .orElseGet(() -> surroundings.session().get(JLINE_TERMINAL) != null || surroundings.console());
        return session
                && Optional.ofNullable(Process.Utils.current())
                        .map(process -> process.isTty(STANDARD_OUTPUT))
                        .orElse(true);
    }

    private static Optional<Integer> size(Surroundings surroundings, String name) {
        return surroundings
                .variable(name)
                .map(String::strip)
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf);
    }
}
