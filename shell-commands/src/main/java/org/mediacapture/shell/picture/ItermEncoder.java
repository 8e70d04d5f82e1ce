// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.util.Base64;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.camera.PixelSize;

/**
 * The inline images of iTerm2: a whole file of an image. Thread-safe.
 *
 * @see <a href="https://iterm2.com/documentation-images.html">Inline Images Protocol</a>
 */
final class ItermEncoder implements Encoder {
    @Override
    public PixelSize grain(CellSize cell) {
        return new PixelSize(cell.width(), cell.height());
    }

    @Override
    public String encode(Pixels picture, Place place) {
        return file(PngFile.of(picture.toImage()), place);
    }

    /** Hands on a file as it is: the terminal decodes and scales it. */
    String file(Blob file, Place place) {
        return place.around("\033]1337;File=inline=1;size=" + file.size() + ";width=" + place.columns() + ";height="
                + place.rows() + ";preserveAspectRatio=1:"
                + Base64.getEncoder().encodeToString(file.bytes()) + "\007");
    }
}
