// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;

/** The picture of a profile: slopes with some noise, 1280x720, about as hard to compress as that of a camera. Only functions. */
final class ProfiledPicture {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int NOISE = 12;
    private static final long SEED = 720;

    private ProfiledPicture() {}

    /** As it comes from a camera that sends raw frames. */
    static FrameData raw() {
        Random chance = new Random(SEED);
        List<Plane> planes = List.of(
                plane(WIDTH, HEIGHT, chance),
                plane(WIDTH / 2, HEIGHT / 2, chance),
                plane(WIDTH / 2, HEIGHT / 2, chance));
        return FrameData.of(PixelFormat.I420, planes, WIDTH, HEIGHT, ColorSpace.JPEG);
    }

    /** As it comes from a camera that sends JPEG. */
    static FrameData compressed() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(SEED);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grey = level(x, y, chance);
                image.setRGB(x, y, grey << 16 | grey << 8 | x * 255 / WIDTH);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", file);
        ByteBuffer bytes = ByteBuffer.allocateDirect(file.size());
        bytes.put(file.toByteArray()).flip();
        return FrameData.of(PixelFormat.MJPEG, List.of(Plane.compressed(bytes)), WIDTH, HEIGHT, ColorSpace.JPEG);
    }

    private static Plane plane(int width, int height, Random chance) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                bytes.put((byte) level(x, y, chance));
            }
        }
        return new Plane(bytes.flip(), width, 1);
    }

    private static int level(int x, int y, Random chance) {
        return 40 + (x + y) % 160 + chance.nextInt(NOISE);
    }
}
