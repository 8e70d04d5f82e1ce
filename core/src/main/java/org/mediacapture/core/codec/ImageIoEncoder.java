// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.frame.Blob;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.VideoFrame;

/** JPEG and PNG by the JDK, slow and always there. Thread-safe. */
public final class ImageIoEncoder implements ImageEncoder {
    private static final Map<String, String> WRITERS = Map.of("image/jpeg", "jpeg", "image/png", "png");

    @Override
    public boolean encodes(PixelFormat format, String type) {
        return !format.isCompressed() && WRITERS.containsKey(type);
    }

    @Override
    public Blob encode(VideoFrame frame, String type, double quality) {
        try (VideoFrame bgra = frame.convert(PixelFormat.BGRA)) {
            return new Blob(type, write(opaque(Bitmap.imageOf(bgra)), WRITERS.get(type), quality));
        } catch (IOException failure) {
            throw new MediaException(ErrorName.OPERATION, "ImageIO cannot write " + type, failure);
        }
    }

    private static byte[] write(BufferedImage image, String writerName, double quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(writerName).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (parameters.canWriteCompressed() && writerName.equals("jpeg")) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality((float) quality);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** JPEG files have no alpha channel. */
    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return rgb;
    }
}
