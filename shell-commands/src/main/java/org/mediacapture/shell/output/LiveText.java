// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text in a terminal that is drawn again and again in the same place, below what was printed before. Closing it shows the cursor
 * again, below the last drawing. Confined to the thread of a command.
 */
public final class LiveText implements AutoCloseable {
    private static final String HIDE_CURSOR = "\033[?25l";
    private static final String SHOW_CURSOR = "\033[?25h";
    /** Between these a terminal shows nothing half drawn; one that does not know them ignores them. */
    private static final String BEGIN = "\033[?2026h";

    private static final String END = "\033[?2026l";
    private static final String CLEAR_LINE = "\033[2K";
    private static final String CLEAR_BELOW = "\033[J";
    private static final String CLEAR_ALL = "\033[H\033[2J";

    private final PrintStream out;
    private Screen screen;
    private int drawn;

    /**
     * Takes the terminal.
     *
     * @param out the terminal
     * @param screen its size
     */
    public LiveText(PrintStream out, Screen screen) {
        this.out = out;
        this.screen = screen;
        print(HIDE_CURSOR);
    }

    /**
     * Draws over the last text. A terminal that was resized has moved that to somewhere: then all is cleared first.
     *
     * @param text what to draw; what does not fit is left out, so that it does not scroll
     * @param now the size of the terminal
     * @return whether anybody reads it
     */
    public boolean draw(String text, Screen now) {
        List<String> lines = fitting(text.lines().toList(), now);
        StringBuilder drawing = new StringBuilder(BEGIN).append(home(now));
        lines.forEach(line -> drawing.append(CLEAR_LINE).append(line).append('\n'));
        print(drawing.append(CLEAR_BELOW).append(END).toString());
        screen = now;
        drawn = lines.size();
        return !out.checkError();
    }

    private String home(Screen now) {
        if (!now.equals(screen)) {
            return CLEAR_ALL;
        }
        return drawn == 0 ? "" : "\033[" + drawn + "A\r";
    }

    /** The last line of a terminal is for the cursor. */
    private static List<String> fitting(List<String> lines, Screen now) {
        int most = Math.max(1, now.rows() - 1);
        List<String> fitting = new ArrayList<>();
        lines.stream()
                .limit(lines.size() > most ? most - 1 : most)
                .map(line -> line.substring(0, Math.min(line.length(), now.columns())))
                .forEach(fitting::add);
        if (lines.size() > most) {
            String left = "… " + (lines.size() - fitting.size()) + " more lines";
            fitting.add(left.substring(0, Math.min(left.length(), now.columns())));
        }
        return fitting;
    }

    /** Not every character is in the character set that a process may have been started with. */
    private void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    @Override
    public void close() {
        print(SHOW_CURSOR);
    }
}
