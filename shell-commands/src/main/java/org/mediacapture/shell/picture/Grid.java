// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mediacapture.shell.camera.PixelSize;

/**
 * How several pictures of the same proportion share a screen. Immutable.
 *
 * @param across pictures in a row
 * @param columns characters in a line of each
 * @param rows lines of each, without its caption
 */
record Grid(int across, int columns, int rows) {
    /** Characters between two pictures. */
    static final int GAP = 1;

    /**
     * The grid that shows the pictures largest.
     *
     * @param count how many pictures
     * @param columns characters in a line of the screen
     * @param rows lines of the screen
     * @param captions lines of each caption
     * @throws IllegalArgumentException if the screen has not a character for each
     */
    static Grid of(int count, int columns, int rows, int captions, PixelSize picture, CellSize cell) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(across -> across(count, across, columns, rows, captions))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(grid -> grid.area(picture, cell)))
                .orElseThrow(() ->
                        new IllegalArgumentException("pictures: there is no place for " + count + " in a terminal of "
                                + columns + "x" + rows + " characters; enlarge it, or name fewer cameras"));
    }

    private static Optional<Grid> across(int count, int across, int columns, int rows, int captions) {
        int down = (count + across - 1) / across;
        Grid grid = new Grid(across, (columns - (across - 1) * GAP) / across, rows / down - captions);
        return Optional.of(grid).filter(possible -> possible.columns > 0 && possible.rows > 0);
    }

    private long area(PixelSize picture, CellSize cell) {
        Fit fit = Fit.of(picture, columns, rows, cell, new PixelSize(cell.width(), cell.height()));
        return (long) fit.width() * fit.height();
    }
}
