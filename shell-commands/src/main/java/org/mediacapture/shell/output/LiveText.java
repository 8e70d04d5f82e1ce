// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in a terminal that is drawn again and again in the same place, below what was printed before. Closing it shows the cursor
 * again, below the last drawing. Confined to the thread of a command.
 */
public final class LiveText implements AutoCloseable {
    private static final String CLEAR_LINE = "\033[2K";

    private final TerminalArea area;

    /**
     * Takes the terminal.
     *
     * @param out the terminal
     * @param screen its size
     */
    public LiveText(PrintStream out, Screen screen) {
        area = new TerminalArea(out, screen);
    }

    /**
     * Draws over the last text.
     *
     * @param text what to draw; what does not fit is left out, so that it does not scroll
     * @param now the size of the terminal
     * @return whether anybody reads it
     */
    public boolean draw(String text, Screen now) {
        List<String> lines = fitting(text.lines().toList(), now);
        String drawn = lines.stream().map(line -> CLEAR_LINE + line + "\n").collect(Collectors.joining());
        area.draw(new Drawing(drawn, now.columns(), lines.size()), now);
        return !area.isGone();
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

    @Override
    public void close() {
        area.close();
    }
}
