// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/** Three planes of samples on the heap, on which what stands still is drawn. Confined to the thread that draws. */
final class Canvas {
    private final PictureLayout layout;
    private final byte[] luma;
    private final byte[] blue;
    private final byte[] red;

    private Canvas(PictureLayout layout) {
        this.layout = layout;
        this.luma = new byte[layout.width() * layout.height()];
        this.blue = new byte[layout.chromaWidth() * layout.chromaHeight()];
        this.red = new byte[layout.chromaWidth() * layout.chromaHeight()];
    }

    /** A canvas for the upper part of pictures, where the scene is. */
    static Canvas ofScene(PictureLayout layout) {
        return new Canvas(new PictureLayout(layout.width(), layout.sceneHeight()));
    }

    byte[] luma() {
        return luma;
    }

    byte[] blue() {
        return blue;
    }

    byte[] red() {
        return red;
    }

    /** Lays a colour over a sample of luma. */
    void blendLuma(int x, int y, double level, double alpha) {
        int at = y * layout.width() + x;
        luma[at] = blend(luma[at], level, alpha);
    }

    /** Lays a colour over a sample of both colour planes; the position counts in samples of these planes. */
    void blendChroma(int x, int y, Ycc color, double alpha) {
        int at = y * layout.chromaWidth() + x;
        blue[at] = blend(blue[at], color.cb(), alpha);
        red[at] = blend(red[at], color.cr(), alpha);
    }

    /** Copies everything to the upper part of a picture. */
    void copyTo(Picture target) {
        target.luma().put(0, luma);
        target.blue().put(0, blue);
        target.red().put(0, red);
    }

    /** Copies to a picture what was drawn over. */
    void copyTo(Picture target, DrawnOver part) {
        for (int pair = part.first(); pair < part.end(); pair++) {
            int from = part.left(pair);
            int to = part.right(pair);
            if (from < to) {
                copy(luma, target.luma(), 2 * pair * layout.width() + from, to - from);
                copy(luma, target.luma(), (2 * pair + 1) * layout.width() + from, to - from);
                int at = pair * layout.chromaWidth() + from / 2;
                int count = (to + 1) / 2 - from / 2;
                copy(blue, target.blue(), at, count);
                copy(red, target.red(), at, count);
            }
        }
    }

    private static void copy(byte[] from, ByteBuffer to, int at, int count) {
        to.put(at, from, at, count);
    }

    private static byte blend(byte under, double over, double alpha) {
        int below = under & 0xff;
        return Ycc.sample(below + (over - below) * alpha);
    }
}
