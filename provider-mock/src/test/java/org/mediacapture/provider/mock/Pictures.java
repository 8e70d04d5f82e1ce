// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.Plane;

/** Pictures as tests look at them: by way of Java's own images, not of this provider's encoder. */
final class Pictures {
    private Pictures() {}

    static Picture blank(PictureLayout layout) {
        return new Picture(layout, ByteBuffer.allocate(Picture.size(layout)));
    }

    static Picture drawn(PictureLayout layout, long elapsedNanos, long frame, Look look) {
        Picture picture = blank(layout);
        new TestPattern(layout, new Sceneries(), "Mock camera", "test").draw(picture, elapsedNanos, frame, look);
        return picture;
    }

    static byte[] bytes(Picture picture) {
        byte[] bytes = new byte[Picture.size(picture.layout())];
        int luma = picture.luma().capacity();
        int chroma = picture.blue().capacity();
        picture.luma().get(0, bytes, 0, luma);
        picture.blue().get(0, bytes, luma, chroma);
        picture.red().get(0, bytes, luma + chroma, chroma);
        return bytes;
    }

    /** The bytes of a frame's planes, one after the other. */
    static byte[] bytes(FrameData data) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Plane plane : data.planes()) {
            ByteBuffer buffer = plane.buffer();
            byte[] bytes = new byte[buffer.limit()];
            buffer.get(0, bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    static int rgb(Picture picture, int x, int y) {
        PictureLayout layout = picture.layout();
        int chroma = y / 2 * layout.chromaWidth() + x / 2;
        double luma = picture.luma().get(y * layout.width() + x) & 0xff;
        double blue = (picture.blue().get(chroma) & 0xff) - 128;
        double red = (picture.red().get(chroma) & 0xff) - 128;
        return level(luma + 1.402 * red) << 16
                | level(luma - 0.344136 * blue - 0.714136 * red) << 8
                | level(luma + 1.772 * blue);
    }

    static BufferedImage image(Picture picture) {
        PictureLayout layout = picture.layout();
        BufferedImage image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < layout.height(); y++) {
            for (int x = 0; x < layout.width(); x++) {
                pixels[y * layout.width() + x] = rgb(picture, x, y);
            }
        }
        return image;
    }

    static ByteBuffer luma(BufferedImage image) {
        ByteBuffer luma = ByteBuffer.allocate(image.getWidth() * image.getHeight());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int pixel : pixels) {
            int red = pixel >> 16 & 0xff;
            int green = pixel >> 8 & 0xff;
            luma.put((byte) Math.rint(0.299 * red + 0.587 * green + 0.114 * (pixel & 0xff)));
        }
        return luma.flip();
    }

    static BufferedImage throughJpeg(BufferedImage image, float quality) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(file.toByteArray()));
    }

    private static int level(double value) {
        return (int) Math.min(Math.max(Math.rint(value), 0), 255);
    }
}
