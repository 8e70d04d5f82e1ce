// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import com.github.sarxos.webcam.ds.ipcam.impl.IpCamMJPEGStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The stream reader of the ipcam driver, which is only given parts that it can read: one whole picture with its length. Pure
 * functions. By itself it runs in a circle, logging, where a part does not tell its length; fails with a negative array size where
 * there is no picture; and makes a picture with a grey rest of one that was cut short.
 */
final class DriverReader {
    private DriverReader() {}

    /** The picture, or nothing if it is incomplete or cannot be decoded. */
    static Optional<BufferedImage> decode(byte[] picture) throws IOException {
        if (!Jpeg.isWhole(picture)) {
            return Optional.empty();
        }
        ByteArrayOutputStream part = new ByteArrayOutputStream(picture.length + 64);
        part.writeBytes(("Content-Length: " + picture.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        part.writeBytes(picture);
        try (IpCamMJPEGStream reader = new IpCamMJPEGStream(new ByteArrayInputStream(part.toByteArray()))) {
            return Optional.ofNullable(reader.readFrame())
                    .or(() -> Jpeg.decode(picture)); // it knows no standard tables
        }
    }
}
