// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.codec;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.jpeg.JpegFile;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.ImageDecoder;
import org.mediacapture.frame.LentFrame;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.frame.VideoFrame;

/** JPEG frames to BGR by the JDK, slow and always there. Thread-safe. */
public final class ImageIoDecoder implements ImageDecoder {
    @Override
    public boolean decodes(PixelFormat format) {
        return format == PixelFormat.MJPEG;
    }

    @Override
    public LentFrame decode(VideoFrame frame) {
        byte[] file = JpegFile.of(frame.plane(0))
                .orElseThrow(() -> new MediaException(ErrorName.OPERATION, "the JPEG frame is incomplete"));
        BufferedImage image = bgr(read(file));
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Plane plane = new Plane(ByteBuffer.wrap(pixels), image.getWidth() * 3, 3);
        return LentFrame.unpooled(
                FrameData.of(PixelFormat.BGR24, List.of(plane), image.getWidth(), image.getHeight(), ColorSpace.SRGB));
    }

    private static BufferedImage read(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                throw new MediaException(ErrorName.OPERATION, "ImageIO knows no such JPEG");
            }
            return image;
        } catch (IOException failure) {
            throw new MediaException(ErrorName.OPERATION, "ImageIO cannot read the JPEG frame", failure);
        }
    }

    private static BufferedImage bgr(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage bgr = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = bgr.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return bgr;
    }
}
