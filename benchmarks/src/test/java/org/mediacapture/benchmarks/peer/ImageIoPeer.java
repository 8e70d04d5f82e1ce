// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.peer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.mediacapture.frame.FrameData;

/** ImageIO's JPEG encoder with a writer that is used again, of an image that is there already. Confined to one thread. */
public final class ImageIoPeer implements JpegEncoder {
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("jpeg").next();
    private final ImageWriteParam parameters = writer.getDefaultWriteParam();
    private final BufferedImage image;

    /**
     * Makes an encoder.
     *
     * @param jpeg a file of the picture that is to be encoded
     * @param quality 0 to 1
     */
    public ImageIoPeer(byte[] jpeg, double quality) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
        image = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        image.getGraphics().drawImage(read, 0, 0, null);
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality((float) quality);
    }

    @Override
    public byte[] encode(FrameData picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        writer.dispose();
    }
}
