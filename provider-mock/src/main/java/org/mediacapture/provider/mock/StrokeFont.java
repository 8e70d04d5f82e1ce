// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Letters drawn with a round pen, so that they are smooth at every size and need no font of the system. Capitals, digits and
 * a few signs; small letters look like capitals, anything else like a question mark. Immutable.
 */
final class StrokeFont {
    /** Width of a letter with the space around it, in units of the grid. */
    private static final double ADVANCE = 6.2;

    /** Height of a capital, in units of the grid. */
    private static final double CAPITAL = 6;

    private static final double PEN = 0.92;

    /** Lines through points of a grid, x 0 to 4 to the right and y 0 to 6 downwards; a semicolon lifts the pen. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry(' ', ""),
            Map.entry('0', "10 30 41 45 36 16 05 01 10"),
            Map.entry('1', "01 20 26;06 46"),
            Map.entry('2', "01 10 30 41 42 06 46"),
            Map.entry('3', "01 10 30 41 42 33 13;33 44 45 36 16 05"),
            Map.entry('4', "36 30 04 44"),
            Map.entry('5', "40 00 03 33 44 45 36 16 05"),
            Map.entry('6', "41 30 10 01 05 16 36 45 44 33 03"),
            Map.entry('7', "00 40 16"),
            Map.entry('8', "13 33 42 41 30 10 01 02 13 04 05 16 36 45 44 33"),
            Map.entry('9', "05 16 36 45 41 30 10 01 02 13 43"),
            Map.entry('A', "06 02 20 42 46;04 44"),
            Map.entry('B', "33 03;00 06 36 45 44 33 42 41 30 00"),
            Map.entry('C', "41 30 10 01 05 16 36 45"),
            Map.entry('D', "00 20 42 44 26 06 00"),
            Map.entry('E', "40 00 06 46;03 33"),
            Map.entry('F', "40 00 06;03 33"),
            Map.entry('G', "41 30 10 01 05 16 36 45 43 23"),
            Map.entry('H', "00 06;40 46;03 43"),
            Map.entry('I', "10 30;20 26;16 36"),
            Map.entry('J', "40 45 36 16 05"),
            Map.entry('K', "00 06;40 03 46"),
            Map.entry('L', "00 06 46"),
            Map.entry('M', "06 00 23 40 46"),
            Map.entry('N', "06 00 46 40"),
            Map.entry('O', "10 30 41 45 36 16 05 01 10"),
            Map.entry('P', "06 00 30 41 42 33 03"),
            Map.entry('Q', "10 30 41 45 36 16 05 01 10;24 46"),
            Map.entry('R', "06 00 30 41 42 33 03;23 46"),
            Map.entry('S', "41 30 10 01 02 13 33 44 45 36 16 05"),
            Map.entry('T', "00 40;20 26"),
            Map.entry('U', "00 05 16 36 45 40"),
            Map.entry('V', "00 26 40"),
            Map.entry('W', "00 16 23 36 40"),
            Map.entry('X', "00 46;40 06"),
            Map.entry('Y', "00 23 40;23 26"),
            Map.entry('Z', "00 40 06 46"),
            Map.entry(':', "22;25"),
            Map.entry('.', "26"),
            Map.entry(',', "26 17"),
            Map.entry('-', "13 33"),
            Map.entry('_', "06 46"),
            Map.entry('+', "03 43;21 25"),
            Map.entry('/', "06 40"),
            Map.entry('#', "10 16;30 36;02 42;04 44"),
            Map.entry('(', "30 21 25 36"),
            Map.entry(')', "10 21 25 16"),
            Map.entry('×', "12 35;32 15"),
            Map.entry('?', "01 10 30 41 42 23 24;26"));

    private final double unit;
    private final int width;
    private final int height;

    /** A font whose capitals have a height in pixels. */
    StrokeFont(double capitalHeight) {
        this.unit = capitalHeight / CAPITAL;
        this.width = (int) Math.max(1, Math.round(unit * ADVANCE));
        this.height = (int) Math.ceil(unit * (CAPITAL + 2 * PEN)) + 1;
    }

    /** Width of every letter with the space around it, in pixels. */
    int width() {
        return width;
    }

    /** Height of every letter with its margin, in pixels. */
    int height() {
        return height;
    }

    /** Draws a letter on a plain ground: {@link #height()} rows of {@link #width()} samples of luma. */
    byte[] letter(char letter, double ground, double ink) {
        double[][] segments = segments(LETTERS.getOrDefault(capital(letter), LETTERS.get('?')));
        double marginX = (width / unit - (ADVANCE - 2.2)) / 2;
        byte[] samples = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double distance = distance(segments, (x + 0.5) / unit - marginX, (y + 0.5) / unit - PEN);
                double covered = Math.min(Math.max((PEN / 2 - distance) * unit + 0.5, 0), 1);
                samples[y * width + x] = Ycc.sample(ground + (ink - ground) * covered);
            }
        }
        return samples;
    }

    private static char capital(char letter) {
        return String.valueOf(letter).toUpperCase(Locale.ROOT).charAt(0);
    }

    /** Lines as rows of x and y of both ends; a single point is a line without length. */
    private static double[][] segments(String strokes) {
        return Arrays.stream(strokes.split(";"))
                .filter(stroke -> !stroke.isEmpty())
                .map(stroke -> stroke.split(" "))
                .flatMap(points -> Arrays.stream(lines(points)))
                .toArray(double[][]::new);
    }

    private static double[][] lines(String[] points) {
        double[][] lines = new double[Math.max(1, points.length - 1)][];
        for (int i = 0; i < lines.length; i++) {
            String from = points[i];
            String to = points[Math.min(i + 1, points.length - 1)];
            lines[i] = new double[] {digit(from, 0), digit(from, 1), digit(to, 0), digit(to, 1)};
        }
        return lines;
    }

    private static double digit(String point, int index) {
        return Character.digit(point.charAt(index), 10);
    }

    private static double distance(double[][] segments, double x, double y) {
        double nearest = Double.MAX_VALUE; // squared: Math.hypot takes most of the time in which a camera opens
        for (double[] line : segments) {
            double dx = line[2] - line[0];
            double dy = line[3] - line[1];
            double squared = dx * dx + dy * dy;
            double along = squared == 0 ? 0 : ((x - line[0]) * dx + (y - line[1]) * dy) / squared;
            double nearX = line[0] + dx * Math.min(Math.max(along, 0), 1);
            double nearY = line[1] + dy * Math.min(Math.max(along, 0), 1);
            nearest = Math.min(nearest, (x - nearX) * (x - nearX) + (y - nearY) * (y - nearY));
        }
        return Math.sqrt(nearest);
    }
}
