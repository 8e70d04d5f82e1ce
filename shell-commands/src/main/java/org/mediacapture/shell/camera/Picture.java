// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;

/**
 * A picture that was taken and written. Immutable.
 *
 * @param file where it is
 * @param size its size, empty if its file does not tell it
 * @param bytes size of the file in bytes
 * @param type MIME type
 * @param took how long it took, from the command to the file
 */
public record Picture(PictureFile file, Optional<PixelSize> size, int bytes, String type, Duration took)
        implements Printable {
    /**
     * Writes a picture into its file.
     *
     * @param picture an image file
     * @param file where to
     * @param begun when the command began, in nanoseconds of {@link System#nanoTime()}
     * @return what was written
     * @throws IOException if it cannot be written
     */
    public static Picture write(Blob picture, PictureFile file, long begun) throws IOException {
        file.write(picture);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Picture(file, ImageHeader.size(picture), picture.size(), picture.type(), took);
    }

    @Override
    public String text() {
        return file.name() + "  " + size.map(PixelSize::toString).orElse("size unknown") + "  " + bytes + " bytes  "
                + type + "  " + took.toMillis() + " ms";
    }

    /**
     * The picture as a JSON document.
     *
     * @return file (absolute), width and height in pixels if known, bytes, type, milliseconds
     */
    public JsonDocument toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", file.path().toString());
        size.ifPresent(pixels -> {
            members.put("width", pixels.width());
            members.put("height", pixels.height());
        });
        members.put("bytes", bytes);
        members.put("type", type);
        members.put("milliseconds", took.toMillis());
        return new JsonDocument(members);
    }

    @Override
    public String toString() {
        return text();
    }
}
