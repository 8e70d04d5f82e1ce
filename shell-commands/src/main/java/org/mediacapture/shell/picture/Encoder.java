// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import org.mediacapture.shell.camera.PixelSize;

/** Writes pictures in one of the ways that terminals understand. Thread-safe. */
interface Encoder {
    /** How many pixels of a picture fit into one character. */
    PixelSize grain(CellSize cell);

    /**
     * Writes a picture.
     *
     * @param picture a picture of as many pixels as fit into the place
     * @param place where it comes
     * @return what is to be printed at the beginning of a line; it ends with a line end, below the picture
     */
    String encode(Pixels picture, Place place);

    /**
     * The place of a picture, from the cursor on. Immutable.
     *
     * @param columns characters in a line
     * @param rows lines
     * @param image the number of a picture that the next one of that number replaces; 0 for one that stays
     */
    record Place(int columns, int rows, int image) {
        /**
         * Surrounds what draws over several lines and leaves the cursor wherever the terminal likes: first there is made room,
         * since a terminal scrolls when it has none, and in the end the cursor is brought below.
         */
        String around(String drawing) {
            String last = rows == 1 ? "" : "\033[" + (rows - 1) + "B";
            return "\n".repeat(rows) + "\033[" + rows + "A\0337" + drawing + "\0338" + last + "\n";
        }
    }
}
