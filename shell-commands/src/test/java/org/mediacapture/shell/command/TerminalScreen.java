// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows for letters and the sequences that a preview uses. It is high enough never to scroll. */
final class TerminalScreen {
    private static final Pattern PART = Pattern.compile("\033\\[(\\??)([\\d;]*)([A-Za-z])|([^\033])");

    private final List<StringBuilder> lines = new ArrayList<>();
    private int row;
    private int column;
    private boolean cursor = true;

    private TerminalScreen() {}

    static TerminalScreen of(String output) {
        TerminalScreen screen = new TerminalScreen();
        Matcher parts = PART.matcher(output);
        int end = 0;
        while (parts.find()) {
            if (parts.start() != end) {
                throw new AssertionError("unknown sequence at " + end);
            }
            end = parts.end();
            if (parts.group(4) != null) {
                screen.letter(parts.group(4).charAt(0));
            } else {
                screen.sequence(parts.group(1) + parts.group(3), parts.group(2));
            }
        }
        return screen;
    }

    /** The lines that are not empty, without blanks at their ends. */
    List<String> lines() {
        return lines.stream()
                .map(line -> line.toString().stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean showsCursor() {
        return cursor;
    }

    /** Whether the cursor stands at the beginning of a line below everything. */
    boolean hasCursorBelow() {
        return column == 0 && row >= lines().size();
    }

    private void letter(char letter) {
        if (letter == '\n') {
            row++;
            column = 0;
        } else if (letter == '\r') {
            column = 0;
        } else {
            StringBuilder line = line();
            while (line.length() <= column) {
                line.append(' ');
            }
            line.setCharAt(column++, letter);
        }
    }

    private StringBuilder line() {
        while (lines.size() <= row) {
            lines.add(new StringBuilder());
        }
        return lines.get(row);
    }

    private void sequence(String command, String parameters) {
        switch (command) {
            case "A" -> row = Math.max(0, row - Integer.parseInt(parameters));
            case "H" -> row = column = 0;
            case "J" ->
                lines.subList(parameters.equals("2") ? 0 : Math.min(row, lines.size()), lines.size())
                        .clear();
            case "m" -> {}
            case "?h" -> cursor |= parameters.equals("25");
            case "?l" -> cursor &= !parameters.equals("25");
            default -> throw new AssertionError("sequence " + command);
        }
    }
}
