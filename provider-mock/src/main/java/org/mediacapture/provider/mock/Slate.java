// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/**
 * The dark strip below the scene with the elapsed time, the frame number, and what the camera is called. Zoom, pan and
 * brightness do not touch it. Confined to the thread that draws.
 */
final class Slate {
    private static final Ycc GROUND = Ycc.ofRgb(0x10151f);
    private static final Ycc ACCENT = Ycc.ofRgb(0xff5c34);
    private static final double BRIGHT = 238;
    private static final double DIM = 150;
    private static final double LARGE_HEIGHT = 21;
    private static final double SMALL_HEIGHT = 9.5;
    private static final double ACCENT_HEIGHT = 3;
    private static final int MARGIN_COLUMN = 1;
    private static final double SMALL_MIDDLE_ROW = 23.95;
    private static final double LARGE_MIDDLE_ROW = 25.7;

    /** Room for 999 hours; after them the hours lose their first digits. */
    private static final int TIME_LENGTH = 13;

    private static final int NUMBER_LENGTH = 10;

    /** All letters that change. */
    static final int LETTERS = TIME_LENGTH + NUMBER_LENGTH;

    private final PictureLayout layout;
    private final String title;
    private final String detail;
    private final DigitLine time;
    private final DigitLine number;

    Slate(PictureLayout layout, String title, String detail) {
        this.layout = layout;
        this.title = title;
        this.detail = detail;
        StrokeFont font = new StrokeFont(LARGE_HEIGHT * layout.scale());
        int top = layout.rowEdge(LARGE_MIDDLE_ROW) - font.height() / 2;
        byte[][] letters = DigitLine.letters(font, GROUND.y(), BRIGHT);
        this.time = new DigitLine(font, letters, layout.columnEdge(MARGIN_COLUMN), top, TIME_LENGTH);
        int left = layout.columnEdge(PictureLayout.COLUMNS - MARGIN_COLUMN) - NUMBER_LENGTH * font.width();
        this.number = new DigitLine(font, letters, left, top, NUMBER_LENGTH);
    }

    /** Draws what never changes. */
    private void drawFixed(Picture target) {
        int edge = layout.sceneHeight();
        fill(target.luma(), edge * layout.width(), target.luma().capacity(), GROUND.y());
        int chromaEdge = edge / 2 * layout.chromaWidth();
        fill(target.blue(), chromaEdge, target.blue().capacity(), GROUND.cb());
        fill(target.red(), chromaEdge, target.red().capacity(), GROUND.cr());
        int accentEnd = edge + 2 * (int) Math.max(1, Math.round(ACCENT_HEIGHT * layout.scale() / 2));
        fill(target.luma(), edge * layout.width(), accentEnd * layout.width(), ACCENT.y());
        int chromaEnd = accentEnd / 2 * layout.chromaWidth();
        fill(target.blue(), chromaEdge, chromaEnd, ACCENT.cb());
        fill(target.red(), chromaEdge, chromaEnd, ACCENT.cr());
        StrokeFont font = new StrokeFont(SMALL_HEIGHT * layout.scale());
        int room = time.left() < number.right() ? (number.right() - time.left()) / font.width() : 0;
        String right = detail.substring(0, Math.min(detail.length(), room));
        String left = title.substring(0, Math.min(title.length(), Math.max(0, room - right.length() - 1)));
        drawText(target, font, left, time.left(), BRIGHT);
        drawText(target, font, right, number.right() - right.length() * font.width(), DIM);
    }

    /** Draws time and frame number, and the rest where a picture does not have it yet. */
    void draw(Picture target, long elapsedNanos, long frame) {
        if (!target.carries(this)) {
            drawFixed(target);
            target.carrying(this);
        }
        time.clear();
        time.putTime(elapsedNanos);
        time.draw(target, 0);
        number.clear();
        number.putNumber(frame);
        number.draw(target, TIME_LENGTH);
    }

    private static void fill(ByteBuffer plane, int from, int to, double level) {
        byte sample = Ycc.sample(level);
        for (int at = from; at < to; at++) {
            plane.put(at, sample);
        }
    }

    private void drawText(Picture target, StrokeFont font, String text, int left, double ink) {
        int top = layout.rowEdge(SMALL_MIDDLE_ROW) - font.height() / 2;
        for (int i = 0; i < text.length(); i++) {
            byte[] letter = font.letter(text.charAt(i), GROUND.y(), ink);
            int x = left + i * font.width();
            for (int y = 0; y < font.height(); y++) {
                target.luma().put((top + y) * layout.width() + x, letter, y * font.width(), font.width());
            }
        }
    }
}
