// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads half blocks back: what a terminal shows for characters and SGR sequences. */
public final class TerminalText {
    private static final Pattern PART = Pattern.compile("\033\\[([\\d;]*)m|([^\033])");
    private static final int[] LEVELS = {0, 95, 135, 175, 215, 255};

    private TerminalText() {}

    /** The pixels of lines of half blocks, two in each character. */
    public static Pixels blocks(String text) {
        List<List<int[]>> rows = text.lines().map(TerminalText::line).toList();
        int width = rows.get(0).size();
        int[] rgb = new int[width * rows.size() * 2];
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).size() != width) {
                throw new AssertionError("line " + row + " has " + rows.get(row).size() + " characters, not " + width);
            }
            for (int x = 0; x < width; x++) {
                rgb[2 * row * width + x] = rows.get(row).get(x)[0];
                rgb[(2 * row + 1) * width + x] = rows.get(row).get(x)[1];
            }
        }
        return new Pixels(width, rows.size() * 2, rgb);
    }

    /** Upper and lower colour of each character of a line. */
    private static List<int[]> line(String line) {
        List<int[]> cells = new ArrayList<>();
        int ink = -1;
        int ground = -1;
        Matcher parts = PART.matcher(line);
        int end = 0;
        while (parts.find()) {
            if (parts.start() != end) {
                throw new AssertionError("unknown sequence at " + end + " of " + line);
            }
            end = parts.end();
            if (parts.group(2) == null) {
                String[] codes = parts.group(1).split(";");
                switch (codes[0]) {
                    case "0" -> ink = ground = -1;
                    case "38" -> ink = colour(codes);
                    case "48" -> ground = colour(codes);
                    default -> throw new AssertionError("SGR " + parts.group(1));
                }
            } else {
                cells.add(cell(parts.group(2), ink, ground));
            }
        }
        if (ink != -1 || ground != -1) {
            throw new AssertionError("the line leaves its colours behind");
        }
        return cells;
    }

    private static int[] cell(String character, int ink, int ground) {
        return switch (character) {
            case " " -> new int[] {ground, ground};
            case "▀" -> new int[] {ink, ground};
            default -> throw new AssertionError("character " + character);
        };
    }

    private static int colour(String[] codes) {
        if (codes[1].equals("2")) {
            return Integer.parseInt(codes[2]) << 16 | Integer.parseInt(codes[3]) << 8 | Integer.parseInt(codes[4]);
        }
        int index = Integer.parseInt(codes[2]);
        if (!codes[1].equals("5") || index < 16 || index > 255) {
            throw new AssertionError("colour " + String.join(";", codes));
        }
        if (index >= 232) {
            return (8 + 10 * (index - 232)) * 0x010101;
        }
        int cube = index - 16;
        return LEVELS[cube / 36] << 16 | LEVELS[cube / 6 % 6] << 8 | LEVELS[cube % 6];
    }
}
