// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jline.builtins.ScreenTerminal;

/** A picture of a terminal's screen. Needs a font of fixed width, which a computer without a screen may lack. */
final class Still {
    private static final int WIDTH = 10;
    private static final int HEIGHT = 20;
    private static final int ASCENT = 16;
    private static final Color PAPER = new Color(0x1E1E1E);
    private static final Color INK = new Color(0xD4D4D4);
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, ASCENT);

    /** Where the emulator keeps what of a cell, from the highest bits on: flags, 4 bits for each colour, the character. */
    private static final long HAS_INK = 1L << 60;

    private static final long HAS_PAPER = 1L << 61;
    private static final int INK_SHIFT = 44;
    private static final int PAPER_SHIFT = 32;
    private static final int NIBBLES_TO_BYTES = 17;

    private Still() {}

    /** Draws the first lines of a screen. */
    static void save(ScreenTerminal screen, int columns, int rows, Path png) throws IOException {
        long[] cells = new long[columns * rows];
        screen.dump(cells, 0, 0, rows, columns, new int[2]);
        BufferedImage image = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(FONT);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                draw(graphics, cells[row * columns + column], column * WIDTH, row * HEIGHT);
            }
        }
        graphics.dispose();
        ImageIO.write(image, "png", png.toFile());
    }

    /** Half blocks are drawn as what they are, so that no font leaves a gap between them. */
    private static void draw(Graphics2D graphics, long cell, int x, int y) {
        Color ink = (cell & HAS_INK) == 0 ? INK : colour(cell >> INK_SHIFT);
        Color paper = (cell & HAS_PAPER) == 0 ? PAPER : colour(cell >> PAPER_SHIFT);
        int character = (int) cell;
        graphics.setColor(paper);
        graphics.fillRect(x, y, WIDTH, HEIGHT);
        graphics.setColor(ink);
        if (character == '▀') {
            graphics.fillRect(x, y, WIDTH, HEIGHT / 2);
        } else if (character > ' ') {
            graphics.drawString(new String(Character.toChars(character)), x, y + ASCENT);
        }
    }

    private static Color colour(long nibbles) {
        return new Color(
                (int) (nibbles >> 8 & 0xF) * NIBBLES_TO_BYTES,
                (int) (nibbles >> 4 & 0xF) * NIBBLES_TO_BYTES,
                (int) (nibbles & 0xF) * NIBBLES_TO_BYTES);
    }
}
