// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Immutable bytes with a MIME type: what a photo is.
 *
 * @see <a href="https://www.w3.org/TR/FileAPI/#blob-section">File API: Blob</a> (IC-16)
 */
public final class Blob {
    private final String type;
    private final byte[] bytes;

    /**
     * Makes a blob. The array is taken over, not copied: the caller does not change it afterwards.
     *
     * @param type MIME type, such as "image/jpeg"
     * @param bytes the content
     */
    public Blob(String type, byte[] bytes) {
        this.type = Objects.requireNonNull(type, "type");
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /**
     * The MIME type.
     *
     * @return for example "image/jpeg"
     */
    public String type() {
        return type;
    }

    /**
     * The size in bytes.
     *
     * @return 0 or more
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The content in an array of the caller's own.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The content as a stream, without a copy.
     *
     * @return a new stream from the first byte
     */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * Writes the content, without a copy.
     *
     * @param out where to; it is not closed
     * @throws IOException if writing fails
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public String toString() {
        return "Blob(" + type + ", " + bytes.length + " bytes)";
    }
}
