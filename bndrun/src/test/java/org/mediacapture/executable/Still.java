// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * A picture of lines as a terminal shows them, with colours of 24 bits. Needs a font of fixed width, which a computer without a
 * screen may lack. Confined to one thread.
 */
final class Still {
    private static final int WIDTH = 10;
    private static final int HEIGHT = 20;
    private static final int ASCENT = 16;
    private static final Color PAPER = new Color(0x1E1E1E);
    private static final Color INK = new Color(0xD4D4D4);
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, ASCENT);

    /** A sequence that selects colours, another sequence, or a character. */
    private static final Pattern PART = Pattern.compile("\033\\[([\\d;]*)m|\033\\[[?\\d;]*[A-Za-z]|\033.|(.)");

    private static final Pattern COLOUR = Pattern.compile("(38|48);2;(\\d+);(\\d+);(\\d+)");

    private final BufferedImage image;
    private final Graphics2D graphics;
    private Color ink = INK;
    private Color paper = PAPER;

    private Still(int columns, int rows) {
        image = new BufferedImage(columns * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(FONT);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** Draws lines into a file. */
    static void save(List<String> lines, int columns, Path png) throws IOException {
        Still still = new Still(columns, lines.size());
        for (int row = 0; row < lines.size(); row++) {
            still.draw(lines.get(row), row);
        }
        still.graphics.dispose();
        ImageIO.write(still.image, "png", png.toFile());
    }

    private void draw(String line, int row) {
        int column = 0;
        for (Matcher part = PART.matcher(line); part.find(); ) {
            if (part.group(1) != null) {
                select(part.group(1));
            } else if (part.group(2) != null) {
                draw(part.group(2).charAt(0), column * WIDTH, row * HEIGHT);
                column++;
            }
        }
    }

    private void select(String codes) {
        if (codes.isEmpty() || codes.equals("0")) {
            ink = INK;
            paper = PAPER;
        }
        for (Matcher match = COLOUR.matcher(codes); match.find(); ) {
            Color colour = new Color(
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    Integer.parseInt(match.group(4)));
            if (match.group(1).equals("38")) {
                ink = colour;
            } else {
                paper = colour;
            }
        }
    }

    /** Half blocks are drawn as what they are, so that no font leaves a gap between them. */
    private void draw(char character, int x, int y) {
        graphics.setColor(paper);
        graphics.fillRect(x, y, WIDTH, HEIGHT);
        graphics.setColor(ink);
        if (character == '▀') {
            graphics.fillRect(x, y, WIDTH, HEIGHT / 2);
        } else if (character > ' ') {
            graphics.drawString(String.valueOf(character), x, y + ASCENT);
        }
    }
}
