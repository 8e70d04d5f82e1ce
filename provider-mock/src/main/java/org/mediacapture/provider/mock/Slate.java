// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Arrays;

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
        this.time = new DigitLine(font, GROUND.y(), BRIGHT, layout.columnEdge(MARGIN_COLUMN), top, TIME_LENGTH);
        int left = layout.columnEdge(PictureLayout.COLUMNS - MARGIN_COLUMN) - NUMBER_LENGTH * font.width();
        this.number = new DigitLine(font, GROUND.y(), BRIGHT, left, top, NUMBER_LENGTH);
    }

    /** Draws what never changes. */
    void drawFixed(Canvas canvas) {
        int edge = layout.sceneHeight();
        Arrays.fill(canvas.luma(), edge * layout.width(), canvas.luma().length, Ycc.sample(GROUND.y()));
        int chromaEdge = edge / 2 * layout.chromaWidth();
        Arrays.fill(canvas.blue(), chromaEdge, canvas.blue().length, Ycc.sample(GROUND.cb()));
        Arrays.fill(canvas.red(), chromaEdge, canvas.red().length, Ycc.sample(GROUND.cr()));
        int accentEnd = edge + 2 * (int) Math.max(1, Math.round(ACCENT_HEIGHT * layout.scale() / 2));
        Arrays.fill(canvas.luma(), edge * layout.width(), accentEnd * layout.width(), Ycc.sample(ACCENT.y()));
        int chromaEnd = accentEnd / 2 * layout.chromaWidth();
        Arrays.fill(canvas.blue(), chromaEdge, chromaEnd, Ycc.sample(ACCENT.cb()));
        Arrays.fill(canvas.red(), chromaEdge, chromaEnd, Ycc.sample(ACCENT.cr()));
        StrokeFont font = new StrokeFont(SMALL_HEIGHT * layout.scale());
        int room = time.left() < number.right() ? (number.right() - time.left()) / font.width() : 0;
        String right = detail.substring(0, Math.min(detail.length(), room));
        String left = title.substring(0, Math.min(title.length(), Math.max(0, room - right.length() - 1)));
        drawText(canvas, font, left, time.left(), BRIGHT);
        drawText(canvas, font, right, number.right() - right.length() * font.width(), DIM);
    }

    /** Draws time and frame number over a picture that shows the backdrop. */
    void draw(Picture target, long elapsedNanos, long frame) {
        time.clear();
        time.putTime(elapsedNanos);
        time.draw(target);
        number.clear();
        number.putNumber(frame);
        number.draw(target);
    }

    private void drawText(Canvas canvas, StrokeFont font, String text, int left, double ink) {
        int top = layout.rowEdge(SMALL_MIDDLE_ROW) - font.height() / 2;
        for (int i = 0; i < text.length(); i++) {
            byte[] letter = font.letter(text.charAt(i), GROUND.y(), ink);
            int x = left + i * font.width();
            for (int y = 0; y < font.height(); y++) {
                System.arraycopy(letter, y * font.width(), canvas.luma(), (top + y) * layout.width() + x, font.width());
            }
        }
    }
}
