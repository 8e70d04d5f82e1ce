// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Objects;
import java.util.Optional;

/**
 * One picture among several. Immutable.
 *
 * @param picture the picture, empty as long as there is none
 * @param caption what stands below it on one line; "" for nothing
 */
public record Tile(Optional<Pixels> picture, String caption) {
    /** Makes a tile. */
    public Tile {
        Objects.requireNonNull(picture, "picture");
        // A cause may have several lines, or what a terminal takes for a command.
        caption = caption.replaceAll("\\p{javaISOControl}+", " ").strip();
    }
}
