// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.frame;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.frame.PixelRect;
import org.mediacapture.frame.Plane;

/**
 * Black pictures (TRK-2): I420 in the colour space of JPEG, where black is luma 0 and colour 128; who takes them for limited
 * range sees black, too. The bytes of the size asked for last are kept, read-only, and shared. Thread-safe.
 */
final class BlackFrames {
    private static final byte NO_COLOUR = (byte) 128;

    private volatile FrameData last; // null before the first one, since most tracks are never black

    /**
     * A black picture.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rotation clockwise, in degrees
     */
    FrameData of(int width, int height, int rotation) {
        FrameData kept = last;
        if (kept != null && kept.codedWidth() == width && kept.codedHeight() == height && kept.rotation() == rotation) {
            return kept;
        }
        FrameData made = picture(width, height, rotation);
        last = made;
        return made;
    }

    private static FrameData picture(int width, int height, int rotation) {
        PixelFormat format = PixelFormat.I420;
        int colourWidth = format.planeWidth(1, width);
        byte[] colour = new byte[Math.multiplyExact(colourWidth, format.planeHeight(1, height))];
        Arrays.fill(colour, NO_COLOUR);
        Plane colourPlane = plane(colour, colourWidth);
        return new FrameData(
                format,
                List.of(plane(new byte[Math.multiplyExact(width, height)], width), colourPlane, colourPlane),
                width,
                height,
                PixelRect.ofSize(width, height),
                rotation,
                ColorSpace.JPEG);
    }

    private static Plane plane(byte[] bytes, int rowStride) {
        return new Plane(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), rowStride, 1);
    }
}
