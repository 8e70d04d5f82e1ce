// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.footage;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.function.IntPredicate;
import org.mediacapture.frame.VideoFrame;

/** The number that a picture shows: a row of squares in its upper left corner, white for the bits that are set. Stateless. */
public final class BlockNumbers {
    private static final int BITS = 8;
    private static final int SIDE = 16;
    private static final int GREY = 128;
    private static final int BYTE = 0xff;

    private BlockNumbers() {}

    /** What draws the numbers, as a part of a graph of FFmpeg's filters. */
    static String filter() {
        StringBuilder graph = new StringBuilder(square(0, BITS * SIDE, "black", ""));
        for (int bit = 0; bit < BITS; bit++) {
            graph.append(square(bit * SIDE, SIDE, "white", ":enable='gt(bitand(n," + (1 << bit) + "),0)'"));
        }
        return graph.toString();
    }

    private static String square(int x, int width, String colour, String when) {
        return ",drawbox=x=" + x + ":y=0:w=" + width + ":h=" + SIDE + ":color=" + colour + ":t=fill" + when;
    }

    /** The number in the first plane of an uncompressed frame, in colours or with luma of its own. */
    public static int of(VideoFrame frame) {
        return switch (frame.format()) {
            case BGRA -> ofBytes(frame.plane(0), 4, 1);
            case BGR24 -> ofBytes(frame.plane(0), 3, 1);
            default -> ofLuma(frame.plane(0));
        };
    }

    /** The number in a plane of luma. */
    public static int ofLuma(ByteBuffer luma) {
        return ofBytes(luma, 1, 0);
    }

    /** The number in a picture. */
    public static int of(BufferedImage image) {
        return number(x -> (image.getRGB(x, SIDE / 2) >> Byte.SIZE & BYTE) > GREY);
    }

    private static int ofBytes(ByteBuffer plane, int pixel, int component) {
        return number(x -> (plane.get(x * pixel + component) & BYTE) > GREY);
    }

    private static int number(IntPredicate isWhite) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            number |= isWhite.test(bit * SIDE + SIDE / 2) ? 1 << bit : 0;
        }
        return number;
    }
}
