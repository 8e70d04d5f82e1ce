// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.PrintStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One line of a terminal that is drawn over and over, and is gone when it is closed. Where there is no terminal nothing is drawn.
 * Confined to the thread of the command.
 */
public final class ProgressLine implements Consumer<String>, AutoCloseable {
    private final PrintStream out;
    private final Supplier<Screen> screen;
    private int drawn;

    /**
     * Makes a line.
     *
     * @param out where to draw
     * @param screen what is there, asked before each drawing
     */
    public ProgressLine(PrintStream out, Supplier<Screen> screen) {
        this.out = Objects.requireNonNull(out, "out");
        this.screen = Objects.requireNonNull(screen, "screen");
    }

    /** Draws a text in the place of the one before. */
    @Override
    public void accept(String text) {
        Screen now = screen.get();
        if (now.terminal()) {
            // In the last column some terminals begin another line.
            draw(text.substring(0, Math.min(text.length(), now.columns() - 1)));
        }
    }

    /** Blanks, not an escape sequence, cover the rest of a longer text: they work on dumb terminals too. */
    private void draw(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        out.flush();
        drawn = text.length();
    }

    /** Takes the text away. */
    @Override
    public void close() {
        if (drawn > 0) {
            draw("");
            out.print("\r");
            out.flush();
        }
    }
}
