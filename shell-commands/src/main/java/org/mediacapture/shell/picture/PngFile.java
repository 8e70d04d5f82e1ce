// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.mediacapture.frame.Blob;

/** Makes PNG files in memory. Thread-safe. */
public final class PngFile {
    private PngFile() {}

    /**
     * The file of an image.
     *
     * @param image the image
     * @return a file of type image/png
     */
    public static Blob of(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is nothing to fail in memory
        }
        return new Blob("image/png", bytes.toByteArray());
    }
}
