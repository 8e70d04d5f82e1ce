// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGImageReadParam;
import javax.imageio.plugins.jpeg.JPEGQTable;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG pictures as cameras send them. Pure functions. */
final class Jpeg {
    private static final JPEGQTable[] QUANTIZATION = {JPEGQTable.K1Luminance, JPEGQTable.K2Chrominance};
    private static final JPEGHuffmanTable[] DC = {JPEGHuffmanTable.StdDCLuminance, JPEGHuffmanTable.StdDCChrominance};
    private static final JPEGHuffmanTable[] AC = {JPEGHuffmanTable.StdACLuminance, JPEGHuffmanTable.StdACChrominance};

    private static final byte MARKER = (byte) 0xFF;
    private static final byte START_OF_IMAGE = (byte) 0xD8;
    private static final byte END_OF_IMAGE = (byte) 0xD9;

    private Jpeg() {}

    /** Whether a picture begins as a JPEG does. */
    static boolean isJpeg(byte[] picture) {
        return picture.length > 3 && picture[0] == MARKER && picture[1] == START_OF_IMAGE;
    }

    /**
     * Whether a picture was not cut short. ImageIO would make one with a grey rest of it.
     *
     * @param bytes its last bytes
     * @return true if they end with the end of an image, perhaps with padding behind it
     */
    static boolean isWhole(byte[] bytes) {
        int last = bytes.length - 1;
        while (last > 0 && isPadding(bytes[last])) {
            last--;
        }
        return last > 0 && bytes[last] == END_OF_IMAGE && bytes[last - 1] == MARKER;
    }

    /**
     * Decodes a picture. Where it has no Huffman tables, as those of many cameras, the standard ones are used; without being told so
     * ImageIO refuses such a picture on newer runtimes.
     *
     * @return the picture, or nothing if it cannot be decoded
     */
    static Optional<BufferedImage> decode(byte[] picture) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            JPEGImageReadParam parameters = (JPEGImageReadParam) reader.getDefaultReadParam();
            parameters.setDecodeTables(QUANTIZATION, DC, AC);
            return Optional.of(reader.read(0, parameters));
        } catch (IOException undecodable) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == MARKER || value == '\r' || value == '\n';
    }
}
