// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.Plane;
import org.mediacapture.provider.VideoMode;

/** Pictures of a fake camera: buffers whose first byte counts, and JPEG files. */
final class FakePictures {
    private FakePictures() {}

    static FrameData blank(VideoMode mode, boolean tooShort) {
        if (mode.format() == PixelFormat.MJPEG) {
            ByteBuffer file = ByteBuffer.wrap(jpeg(mode.width(), mode.height()));
            return FrameData.of(
                    mode.format(), List.of(Plane.compressed(file)), mode.width(), mode.height(), ColorSpace.JPEG);
        }
        List<Plane> planes = new ArrayList<>();
        for (int plane = 0; plane < mode.format().planes(); plane++) {
            int stride = mode.format().planeWidth(plane, mode.width()) + 8;
            int bytes = stride * mode.format().planeHeight(plane, mode.height());
            planes.add(new Plane(ByteBuffer.allocate(tooShort ? bytes / 2 : bytes), stride, 1));
        }
        return FrameData.of(mode.format(), planes, mode.width(), mode.height(), ColorSpace.BT601);
    }

    static void draw(FrameData data, long number) {
        if (!data.format().isCompressed()) {
            data.planes().get(0).buffer().putLong(0, number);
        }
    }

    static byte[] jpeg(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
