// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.nio.ByteBuffer;

/** Three planes of samples on the heap, on which what stands still is drawn. Confined to the thread that draws. */
final class Canvas {
    private final PictureLayout layout;
    private final byte[] luma;
    private final byte[] blue;
    private final byte[] red;

    Canvas(PictureLayout layout) {
        this.layout = layout;
        this.luma = new byte[layout.width() * layout.height()];
        this.blue = new byte[layout.chromaWidth() * layout.chromaHeight()];
        this.red = new byte[layout.chromaWidth() * layout.chromaHeight()];
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

    /** Copies everything to a picture. */
    void copyTo(Picture target) {
        target.luma().put(0, luma);
        target.blue().put(0, blue);
        target.red().put(0, red);
    }

    /** Copies a part to a picture. */
    void copyTo(Picture target, Area area) {
        copyRows(luma, target.luma(), layout.width(), area.left(), area.top(), area.right(), area.bottom());
        int left = area.left() / 2;
        int top = area.top() / 2;
        int right = (area.right() + 1) / 2;
        int bottom = (area.bottom() + 1) / 2;
        copyRows(blue, target.blue(), layout.chromaWidth(), left, top, right, bottom);
        copyRows(red, target.red(), layout.chromaWidth(), left, top, right, bottom);
    }

    private static void copyRows(byte[] from, ByteBuffer to, int stride, int left, int top, int right, int bottom) {
        for (int row = top; row < bottom; row++) {
            to.put(row * stride + left, from, row * stride + left, right - left);
        }
    }

    private static byte blend(byte under, double over, double alpha) {
        int below = under & 0xff;
        return Ycc.sample(below + (over - below) * alpha);
    }
}
