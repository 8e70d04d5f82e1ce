// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.mediacapture.frame.Blob;

/** Reads photos. Thread-safe. */
public final class PhotoPixels {
    private PhotoPixels() {}

    /**
     * Decodes a photo.
     *
     * @param photo an image file
     * @return its pixels; empty if it is of a kind that this JDK cannot read
     * @throws IOException if it is damaged
     */
    public static Optional<Pixels> of(Blob photo) throws IOException {
        BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(photo.stream()));
        return Optional.ofNullable(image).map(Pixels::of);
    }
}
