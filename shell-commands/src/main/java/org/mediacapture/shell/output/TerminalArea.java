// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The part of a terminal that a command draws in, again and again in the same place, below what was printed before. Closing it
 * shows the cursor again, below the last drawing. Confined to the thread of the command.
 */
public final class TerminalArea implements AutoCloseable {
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";
    /** Between these a terminal shows nothing half drawn; one that does not know them ignores them. */
    private static final String BEGIN = "\033[?2026h";

    private static final String END = "\033[?2026l";
    private static final String CLEAR_BELOW = "\033[J";
    private static final String CLEAR_ALL = "\033[H\033[2J";

    private final PrintStream out;
    private Screen screen;
    private Drawing last = new Drawing("", 0, 0);

    /**
     * Takes the terminal.
     *
     * @param out the terminal
     * @param screen its size
     */
    public TerminalArea(PrintStream out, Screen screen) {
        this.out = out;
        this.screen = screen;
        print(HIDE_CURSOR);
    }

    /**
     * Whether the terminal has another size than when it was drawn in.
     *
     * @param now its size
     * @return true if it was resized since
     */
    public boolean isResized(Screen now) {
        return !now.equals(screen);
    }

    /**
     * Draws over the last drawing. A terminal that was resized has moved it to somewhere: then all is cleared first.
     *
     * @param drawing what to draw
     * @param now the size of the terminal
     */
    public void draw(Drawing drawing, Screen now) {
        String place = isResized(now) ? CLEAR_ALL : home(drawing);
        print(BEGIN + place + drawing.text() + END);
        screen = now;
        last = drawing;
    }

    /**
     * Whether nobody reads any more.
     *
     * @return true if the terminal has gone
     */
    public boolean isGone() {
        return out.checkError();
    }

    private String home(Drawing drawing) {
        String up = last.rows() == 0 ? "" : "\033[" + last.rows() + "A\r";
        boolean covered = drawing.columns() == last.columns() && drawing.rows() == last.rows();
        return covered || last.rows() == 0 ? up : up + CLEAR_BELOW;
    }

    /** Blocks are not in every character set that a process may have been started with. */
    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    @Override
    public void close() {
        print("\033[0m" + SHOW_CURSOR);
    }
}
