// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.codec.ffmpeg;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.ColorSpace.Matrix;
import org.mediacapture.frame.ColorSpace.Range;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/**
 * Pictures for tests, and the same pictures in every format and colour space, computed in plain Java from the
 * definitions of the standards, so that what FFmpeg makes of them is compared with something of another make.
 */
final class TestPictures {
    private TestPictures() {}

    /** Soft areas of strong colours, of which every format can show the colours. */
    static BufferedImage colourful(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, new Color(230, 40, 30), width, 0, new Color(30, 60, 220)));
        graphics.fillRect(0, 0, width, height);
        graphics.setPaint(new GradientPaint(0, 0, new Color(20, 200, 60), 0, height, new Color(250, 230, 40)));
        graphics.fillRect(width / 4, height / 4, width / 4, height / 2);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width * 5 / 8, height / 4, width / 8, height / 4);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(width * 5 / 8, height / 2, width / 8, height / 4);
        graphics.dispose();
        return image;
    }

    /** The picture as a frame. Rows are a little longer than needed, as with real cameras. */
    static TestFrame frame(BufferedImage image, PixelFormat format, ColorSpace colorSpace, boolean direct) {
        int width = image.getWidth();
        int height = image.getHeight();
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < format.planes(); plane++) {
            int stride = PictureLayout.rowBytes(format, plane, width) + 16;
            int rows = format.planeHeight(plane, height);
            ByteBuffer bytes = direct ? ByteBuffer.allocateDirect(stride * rows) : ByteBuffer.allocate(stride * rows);
            planes.add(new Plane(bytes, stride, PictureLayout.pixelStride(format, plane)));
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                put(planes, format, x, y, image, colorSpace);
            }
        }
        return new TestFrame(FrameData.of(format, planes, width, height, colorSpace));
    }

    private static void put(
            List<Plane> planes, PixelFormat format, int x, int y, BufferedImage image, ColorSpace colorSpace) {
        Plane first = planes.get(0);
        int rgb = image.getRGB(x, y);
        int[] yuv = yuv(rgb, colorSpace);
        int at = y * first.rowStride() + x * first.pixelStride();
        switch (format) {
            case BGR24, BGRA -> {
                first.buffer()
                        .put(at, (byte) rgb)
                        .put(at + 1, (byte) (rgb >> 8))
                        .put(at + 2, (byte) (rgb >> 16));
                if (format == PixelFormat.BGRA) {
                    first.buffer().put(at + 3, (byte) 255);
                }
            }
            case YUYV -> {
                first.buffer().put(at, (byte) yuv[0]);
                int group = y * first.rowStride() + x / 2 * 4;
                first.buffer().put(group + 1, (byte) yuv[1]).put(group + 3, (byte) yuv[2]);
            }
            default -> {
                first.buffer().put(at, (byte) yuv[0]);
                putColour(planes, format, x, y, yuv);
            }
        }
    }

    private static void putColour(List<Plane> planes, PixelFormat format, int x, int y, int[] yuv) {
        int column = format.planeWidth(1, 2) == 1 ? x / 2 : x;
        int row = format.planeHeight(1, 2) == 1 ? y / 2 : y;
        if (format == PixelFormat.NV12) {
            int at = row * planes.get(1).rowStride() + column * 2;
            planes.get(1).buffer().put(at, (byte) yuv[1]).put(at + 1, (byte) yuv[2]);
        } else if (format.planes() == 3) {
            for (int plane = 1; plane <= 2; plane++) {
                int at = row * planes.get(plane).rowStride() + column;
                planes.get(plane).buffer().put(at, (byte) yuv[plane]);
            }
        }
    }

    /** Luma and colour of a pixel. */
    static int[] yuv(int rgb, ColorSpace colorSpace) {
        double[] weights = weights(colorSpace.matrix());
        double red = (rgb >> 16 & 255) / 255.0;
        double green = (rgb >> 8 & 255) / 255.0;
        double blue = (rgb & 255) / 255.0;
        double luma = weights[0] * red + (1 - weights[0] - weights[1]) * green + weights[1] * blue;
        double cb = (blue - luma) / (2 * (1 - weights[1]));
        double cr = (red - luma) / (2 * (1 - weights[0]));
        boolean full = colorSpace.range() == Range.FULL;
        return new int[] {
            clamp(full ? luma * 255 : 16 + luma * 219),
            clamp(128 + cb * (full ? 255 : 224)),
            clamp(128 + cr * (full ? 255 : 224))
        };
    }

    private static double[] weights(Matrix matrix) {
        return switch (matrix) {
            case BT709 -> new double[] {0.2126, 0.0722};
            case BT2020 -> new double[] {0.2627, 0.0593};
            case BT601, RGB -> new double[] {0.299, 0.114};
        };
    }

    private static int clamp(double value) {
        return (int) Math.round(Math.min(255, Math.max(0, value)));
    }

    /** The pixel of a frame as red, green and blue. */
    static BufferedImage image(FrameData data) {
        BufferedImage image = new BufferedImage(data.codedWidth(), data.codedHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < data.codedHeight(); y++) {
            for (int x = 0; x < data.codedWidth(); x++) {
                image.setRGB(x, y, rgb(data, x, y));
            }
        }
        return image;
    }

    private static int rgb(FrameData data, int x, int y) {
        PixelFormat format = data.format();
        Plane first = data.planes().get(0);
        int at = y * first.rowStride() + x * first.pixelStride();
        if (PictureLayout.isRgb(format)) {
            return sample(first, at + 2) << 16 | sample(first, at + 1) << 8 | sample(first, at);
        }
        int luma = sample(first, at);
        if (format == PixelFormat.GRAY8) {
            return rgb(luma, 128, 128, data.colorSpace());
        }
        if (format == PixelFormat.YUYV) {
            int group = y * first.rowStride() + x / 2 * 4;
            return rgb(luma, sample(first, group + 1), sample(first, group + 3), data.colorSpace());
        }
        int column = format.planeWidth(1, 2) == 1 ? x / 2 : x;
        int row = format.planeHeight(1, 2) == 1 ? y / 2 : y;
        Plane second = data.planes().get(1);
        int index = row * second.rowStride() + column * second.pixelStride();
        int cr = format == PixelFormat.NV12
                ? sample(second, index + 1)
                : sample(data.planes().get(2), row * data.planes().get(2).rowStride() + column);
        return rgb(luma, sample(second, index), cr, data.colorSpace());
    }

    private static int sample(Plane plane, int index) {
        return plane.buffer().get(index) & 255;
    }

    private static int rgb(int luma, int cb, int cr, ColorSpace colorSpace) {
        double[] weights = weights(colorSpace.matrix());
        boolean full = colorSpace.range() == Range.FULL;
        double y = full ? luma / 255.0 : (luma - 16) / 219.0;
        double b = (cb - 128) / (full ? 255.0 : 224.0);
        double r = (cr - 128) / (full ? 255.0 : 224.0);
        double red = y + 2 * (1 - weights[0]) * r;
        double blue = y + 2 * (1 - weights[1]) * b;
        double green = (y - weights[0] * red - weights[1] * blue) / (1 - weights[0] - weights[1]);
        return clamp(red * 255) << 16 | clamp(green * 255) << 8 | clamp(blue * 255);
    }

    /** Reads a file with the decoder of the platform. */
    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How alike two pictures are, in decibels: above 30 they look the same. */
    static double psnr(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += difference(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        double mean = sum / (3.0 * one.getWidth() * one.getHeight());
        return mean == 0 ? 100 : 10 * Math.log10(255 * 255 / mean);
    }

    private static double difference(int one, int other) {
        double sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int step = (one >> shift & 255) - (other >> shift & 255);
            sum += step * step;
        }
        return sum;
    }
}
