// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;

/**
 * Makes JFIF pictures with all their tables of pictures in memory. Luma and colour go to the compressor as they are, not by
 * way of red, green and blue. Confined to one thread at a time.
 */
final class JpegEncoder implements AutoCloseable {
    private static final int BANDS = 3;

    /** Room for headers and tables, in bytes. */
    private static final int HEADERS = 4096;

    private final PictureLayout layout;
    private final byte[] samples;
    private final byte[] lumaRow;
    private final byte[] blueRow;
    private final byte[] redRow;
    private final ImageWriter writer;
    private final ImageWriteParam parameters;
    private final IIOImage image;

    /** An encoder for pictures of one size; quality from 0 (smallest) to 1 (best). */
    JpegEncoder(PictureLayout layout, float quality) {
        this.layout = layout;
        this.samples = new byte[BANDS * layout.width() * layout.height()];
        this.lumaRow = new byte[layout.width()];
        this.blueRow = new byte[layout.chromaWidth()];
        this.redRow = new byte[layout.chromaWidth()];
        this.writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        this.parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        // The header that pictures of this kind get: JFIF, colour with half the width and height.
        IIOMetadata header = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR), parameters);
        WritableRaster raster = Raster.createInterleavedRaster(
                (DataBuffer) new DataBufferByte(samples, samples.length),
                layout.width(),
                layout.height(),
                BANDS * layout.width(),
                BANDS,
                new int[] {0, 1, 2},
                new Point());
        this.image = new IIOImage(raster, null, header);
    }

    /** Bytes that no picture exceeds. */
    int maxSize() {
        return Picture.size(layout) + HEADERS;
    }

    /**
     * Compresses a picture.
     *
     * @param picture a picture of this encoder's size
     * @param target where the bytes go, from its position on; with {@link #maxSize()} bytes left they fit
     * @throws UncheckedIOException if the compressor fails, or the bytes do not fit
     */
    void encode(Picture picture, ByteBuffer target) {
        interleave(picture);
        try (BufferOutput output = new BufferOutput(target)) {
            writer.setOutput(output);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("JPEG: " + e.getMessage(), e);
        } finally {
            writer.setOutput(null);
        }
    }

    /** Gives the compressor up. Idempotent. */
    @Override
    public void close() {
        writer.dispose();
    }

    private void interleave(Picture picture) {
        for (int y = 0; y < layout.height(); y++) {
            picture.luma().get(y * layout.width(), lumaRow);
            if (y % 2 == 0) {
                picture.blue().get(y / 2 * layout.chromaWidth(), blueRow);
                picture.red().get(y / 2 * layout.chromaWidth(), redRow);
            }
            int at = BANDS * y * layout.width();
            for (int x = 0; x < layout.width(); x++) {
                samples[at] = lumaRow[x];
                samples[at + 1] = blueRow[x >> 1];
                samples[at + 2] = redRow[x >> 1];
                at += BANDS;
            }
        }
    }
}
