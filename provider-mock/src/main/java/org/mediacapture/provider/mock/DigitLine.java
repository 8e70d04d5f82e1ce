// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A line of digits that changes with every frame: the letters are drawn once and then copied, without an allocation.
 * Confined to the thread that draws.
 */
final class DigitLine {
    private static final String LETTERS = "0123456789:. ";
    /** What is no letter of a line. */
    static final int NONE = -1;

    private static final int BLANK = LETTERS.indexOf(' ');
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final StrokeFont font;
    private final byte[][] letters;
    private final int left;
    private final int top;
    private final int[] shown;
    private int length;

    /** A line of a number of letters at a place in pixels; how they look comes from {@link #letters}. */
    DigitLine(StrokeFont font, byte[][] letters, int left, int top, int length) {
        this.font = font;
        this.letters = letters;
        this.left = left;
        this.top = top;
        this.shown = new int[length];
    }

    /** All letters that lines have, for several lines of one font; ground and ink are levels of luma. */
    static byte[][] letters(StrokeFont font, double ground, double ink) {
        return LETTERS.chars()
                .mapToObj(letter -> font.letter((char) letter, ground, ink))
                .toArray(byte[][]::new);
    }

    int left() {
        return left;
    }

    int right() {
        return left + shown.length * font.width();
    }

    void clear() {
        Arrays.fill(shown, BLANK);
        length = 0;
    }

    /** Writes a time as h:mm:ss.mmm at the left end. */
    void putTime(long nanos) {
        long millis = nanos / NANOS_PER_MILLI;
        long hours = millis / 3_600_000 % 1000;
        if (hours >= 100) {
            put(hours / 100);
        }
        if (hours >= 10) {
            put(hours / 10 % 10);
        }
        put(hours % 10);
        put(LETTERS.indexOf(':'));
        putPair(millis / 60_000 % 60);
        put(LETTERS.indexOf(':'));
        putPair(millis / 1000 % 60);
        put(LETTERS.indexOf('.'));
        put(millis / 100 % 10);
        putPair(millis % 100);
    }

    /** Writes a number at the right end; one that is too long loses its first digits. */
    void putNumber(long number) {
        long rest = number;
        int at = shown.length;
        do {
            shown[--at] = (int) (rest % 10);
            rest /= 10;
        } while (rest > 0 && at > 0);
    }

    /** Draws what changed on a picture, which remembers the letters of this line from a place on. */
    void draw(Picture target, int place) {
        ByteBuffer luma = target.luma();
        int stride = target.layout().width();
        int rows = Math.min(font.height(), target.layout().height() - top);
        for (int i = 0; i < shown.length; i++) {
            if (target.letter(place + i, shown[i]) == shown[i]) {
                continue;
            }
            byte[] letter = letters[shown[i]];
            int x = left + i * font.width();
            for (int y = 0; y < rows; y++) {
                luma.put((top + y) * stride + x, letter, y * font.width(), font.width());
            }
        }
    }

    private void putPair(long value) {
        put(value / 10);
        put(value % 10);
    }

    private void put(long letter) {
        shown[length++] = (int) letter;
    }
}
