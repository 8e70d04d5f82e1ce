// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.camera.PixelSize;
import org.mediacapture.shell.output.Drawing;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.Surroundings;

/**
 * Draws pictures, each as large as there is place, with captions below. A row of pictures becomes one picture before it is
 * written, so that all forms do the same. Thread-safe.
 *
 * @param form how pictures are written
 * @param cell size of a character
 */
public record Painter(Form form, CellSize cell) {
    private static final PixelSize USUAL = new PixelSize(4, 3);

    /** Makes a painter. */
    public Painter {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(cell, "cell");
    }

    /**
     * The painter for a terminal.
     *
     * @param surroundings what is known of the terminal
     * @param asked what was given for {@code --as}
     * @return the painter
     * @throws IllegalArgumentException if what was asked for, or a variable of the session, is not accepted
     */
    public static Painter of(Surroundings surroundings, Optional<String> asked) {
        Form form = new FormChoice(surroundings, Screen.of(surroundings)).choose(asked);
        return new Painter(form, CellSize.of(surroundings.variable(CellSize.VARIABLE)));
    }

    /**
     * How many pixels of a picture can be seen in a line.
     *
     * @param columns characters in a line
     * @return the number of pixels
     */
    public int pixels(int columns) {
        return columns * form.encoder().grain(cell).width();
    }

    /**
     * Draws pictures.
     *
     * @param tiles the pictures, at least one
     * @param columns characters in a line, at most
     * @param rows lines, at most
     * @param image a number from which on the pictures are numbered, so that a next drawing replaces them; 0 if they stay
     * @return the drawing
     * @throws IllegalArgumentException if there is no place for so many
     */
    public Drawing draw(List<Tile> tiles, int columns, int rows, int image) {
        int captions = tiles.stream().allMatch(tile -> tile.caption().isEmpty()) ? 0 : 1;
        Grid grid = Grid.of(tiles.size(), columns, rows, captions, proportion(tiles), cell);
        StringBuilder text = new StringBuilder();
        int width = 0;
        int height = 0;
        for (int first = 0; first < tiles.size(); first += grid.across()) {
            List<Tile> row = tiles.subList(first, Math.min(tiles.size(), first + grid.across()));
            Drawing pictures = pictures(row, grid, image == 0 ? 0 : image + first);
            text.append(pictures.text());
            if (captions > 0) {
                text.append(captions(row, grid)).append('\n');
            }
            width = Math.max(width, pictures.columns());
            height += pictures.rows() + captions;
        }
        return new Drawing(text.toString(), width, height);
    }

    /**
     * Draws a photo without a caption. A terminal that takes whole files gets the photo's own bytes.
     *
     * @param file the photo
     * @param picture its pixels
     * @param columns characters in a line, at most
     * @param rows lines, at most
     * @return the drawing
     */
    public Drawing draw(Blob file, Pixels picture, int columns, int rows) {
        if (!(form.encoder() instanceof ItermEncoder whole)) {
            return draw(List.of(new Tile(Optional.of(picture), "")), columns, rows, 0);
        }
        Fit fit = Fit.of(size(picture), columns, rows, cell, whole.grain(cell));
        String text = whole.file(file, new Encoder.Place(fit.columns(), fit.rows(), 0));
        return new Drawing(text, fit.columns(), fit.rows());
    }

    private Drawing pictures(List<Tile> row, Grid grid, int image) {
        PixelSize grain = form.encoder().grain(cell);
        List<Optional<Fit>> fits = row.stream()
                .map(Tile::picture)
                .map(picture -> picture.map(pixels -> Fit.of(size(pixels), grid.columns(), grid.rows(), cell, grain)))
                .toList();
        int rows = fits.stream()
                .flatMap(Optional::stream)
                .mapToInt(Fit::rows)
                .max()
                .orElse(0);
        if (rows == 0) {
            return new Drawing("", 0, 0);
        }
        int step = grid.columns() + Grid.GAP;
        int columns = (row.size() - 1) * step
                + fits.get(row.size() - 1).map(Fit::columns).orElse(grid.columns());
        Canvas canvas = new Canvas(columns * grain.width(), rows * grain.height());
        for (int index = 0; index < row.size(); index++) {
            if (fits.get(index).isPresent()) {
                Fit fit = fits.get(index).get();
                Pixels picture = row.get(index).picture().orElseThrow();
                canvas.put(AreaScaler.scaled(picture, fit.width(), fit.height()), index * step * grain.width());
            }
        }
        String text = form.encoder().encode(canvas.pixels(), new Encoder.Place(columns, rows, image));
        return new Drawing(text, columns, rows);
    }

    /** Each caption fills its place, so that it covers a longer one that stood there before. */
    private static String captions(List<Tile> row, Grid grid) {
        List<String> captions = new ArrayList<>();
        for (Tile tile : row) {
            String text = tile.caption();
            String cut = text.length() > grid.columns() ? text.substring(0, grid.columns()) : text;
            captions.add(cut + " ".repeat(grid.columns() - cut.length()));
        }
        return String.join(" ".repeat(Grid.GAP), captions);
    }

    /** That of the first picture: cameras beside each other are mostly alike. */
    private static PixelSize proportion(List<Tile> tiles) {
        return tiles.stream()
                .map(Tile::picture)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Painter::size)
                .orElse(USUAL);
    }

    private static PixelSize size(Pixels picture) {
        return new PixelSize(picture.width(), picture.height());
    }
}
