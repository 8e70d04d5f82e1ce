// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.mediacapture.frame.Blob;

/**
 * A photo that was looked at. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 */
record PictureFile(int width, int height) {
    private static final int PNG_END = 12;

    /** Requires a complete JPEG or PNG file of the type that the blob names, and reads its size. */
    static PictureFile of(Blob blob) {
        Clause.PHOTO_FILE.require(blob != null, "takePhoto() returned null");
        byte[] bytes = blob.bytes();
        String fault = switch (blob.type()) {
            case "image/jpeg" -> jpegFault(bytes);
            case "image/png" -> pngFault(bytes);
            default -> "is neither image/jpeg nor image/png";
        };
        Clause.PHOTO_FILE.require(fault.isEmpty(), blob + " " + fault);
        try (InputStream stream = blob.stream()) {
            BufferedImage image = ImageIO.read(stream);
            Clause.PHOTO_FILE.require(image != null, blob + " is read by no ImageIO reader");
            return new PictureFile(image.getWidth(), image.getHeight());
        } catch (IOException e) {
            throw Clause.PHOTO_FILE.broken(blob + " cannot be decoded: " + e.getMessage(), e);
        }
    }

    private static String jpegFault(byte[] bytes) {
        if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != 0xD8) {
            return "does not begin with FFD8";
        }
        boolean ended = (bytes[bytes.length - 2] & 0xFF) == 0xFF && (bytes[bytes.length - 1] & 0xFF) == 0xD9;
        return ended ? "" : "does not end with FFD9";
    }

    private static String pngFault(byte[] bytes) {
        if (bytes.length < PNG_END || (bytes[0] & 0xFF) != 0x89 || bytes[1] != 'P') {
            return "does not begin as a PNG";
        }
        return bytes[bytes.length - 8] == 'I' && bytes[bytes.length - 5] == 'D'
                ? ""
                : "does not end with an IEND chunk";
    }
}
