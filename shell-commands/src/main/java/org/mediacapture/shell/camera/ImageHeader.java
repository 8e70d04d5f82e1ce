// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.mediacapture.frame.Blob;

/** Reads the size of a picture from the beginning of its file, without decoding it. Thread-safe. */
public final class ImageHeader {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int JPEG_EXTENSION = 0xC8;
    private static final int ARITHMETIC_TABLES = 0xCC;
    private static final int LENGTH_BYTES = 2;

    private ImageHeader() {}

    /**
     * The size of a picture.
     *
     * @param file an image file
     * @return the size, or empty if the file does not tell it
     */
    public static Optional<PixelSize> size(Blob file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(file.stream())) {
            boolean jpeg = in.read() == MARKER && in.read() == START_OF_IMAGE;
            in.seek(0);
            return jpeg ? jpegSize(in) : otherSize(in);
        } catch (IOException e) {
            return Optional.empty(); // cut short: the size is not known
        }
    }

    /** ImageIO would want the tables too, which is more than is needed to know a size. */
    private static Optional<PixelSize> jpegSize(ImageInputStream in) throws IOException {
        in.skipBytes(LENGTH_BYTES);
        while (true) {
            int marker = nextMarker(in);
            if (marker == START_OF_SCAN) {
                return Optional.empty();
            }
            int length = in.readUnsignedShort();
            if (isFrame(marker)) {
                in.skipBytes(1); // bits per sample
                int height = in.readUnsignedShort();
                return Optional.of(new PixelSize(in.readUnsignedShort(), height));
            }
            in.seek(in.getStreamPosition() + length - LENGTH_BYTES);
        }
    }

    private static int nextMarker(ImageInputStream in) throws IOException {
        int next = in.readUnsignedByte();
        while (next != MARKER) {
            next = in.readUnsignedByte();
        }
        while (next == MARKER) {
            next = in.readUnsignedByte(); // any number of fill bytes may stand before a marker
        }
        return next;
    }

    private static boolean isFrame(int marker) {
        boolean inRange = marker >= FIRST_FRAME && marker <= LAST_FRAME;
        return inRange && marker != HUFFMAN_TABLES && marker != JPEG_EXTENSION && marker != ARITHMETIC_TABLES;
    }

    private static Optional<PixelSize> otherSize(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in);
            return Optional.of(new PixelSize(reader.getWidth(0), reader.getHeight(0)));
        } finally {
            reader.dispose();
        }
    }
}
